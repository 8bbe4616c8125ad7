/** What is handed in where a script names no file. */

/** A page that says nothing but is a PDF. */
export const emptyPdf = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

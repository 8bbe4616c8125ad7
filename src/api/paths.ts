/** Where the API and its document live. */
export const basePath = '/api/v1';
export const docsPath = '/docs';
export const openApiPath = '/openapi.json';

/** What every field of a form has around it: its label, and whether it must be filled in. */
import type { FormItemProps } from 'antd';
import { text } from '../text';
import type { Field } from './forms';

export const labelOf = ({ name }: Field): string => text.commands.fields[name] ?? name;

export const requiredOf = (field: Field) => ({
  required: true,
  message: text.commands.requiredField(labelOf(field)),
});

export const isOptional = (field: Field): boolean => 'optional' in field && field.optional === true;

export const framed = (field: Field, optional = isOptional(field)): FormItemProps => ({
  name: field.name,
  label: labelOf(field),
  rules: optional ? [] : [requiredOf(field)],
});

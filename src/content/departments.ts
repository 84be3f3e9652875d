/** Departments of the starter playbook (content 2). */
import type { StarterDepartment } from './shape.ts';

export const departments: StarterDepartment[] = [
  { slug: 'hr', name: 'HR' },
  { slug: 'recruiting', name: 'Recruiting' },
  { slug: 'operations', name: 'Operations' },
  { slug: 'finance', name: 'Finance' },
  { slug: 'everyone', name: 'Everyone' },
];

declare module 'virtual:languages' {
  import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
  export const languages: Record<string, () => Promise<{ default: Record<string, string | MessageFormatElement[]> }>>;
}

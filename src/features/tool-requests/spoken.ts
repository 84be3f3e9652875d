/** "we use X for Y": which tool and for what, from one sentence in English or Spanish. Pure. */

const purposeWords = new Set(['for', 'para']);

export function spokenRequest(text: string): { toolName: string; need: string } {
  const words = text.split(/\s+/);
  const at = words.findIndex((word, place) => place > 0 && purposeWords.has(word.toLowerCase()));
  if (at < 0) return { toolName: text, need: '' };
  return { toolName: words.slice(0, at).join(' '), need: words.slice(at + 1).join(' ') };
}

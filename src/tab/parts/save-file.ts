/** A file made in the browser, saved where downloads go. */
export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export function saveFile({ name, type, text }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A file that was made here or came from the server, saved where downloads go. */
export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Blob | string;
}

export function saveFile({ name, type, content }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

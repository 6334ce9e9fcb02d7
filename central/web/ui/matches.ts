/** True when every word of the query is somewhere in the text, whatever the case. */
export function matches(text: string, query: string): boolean {
  const searched = text.toLocaleLowerCase("id");
  const words = query.toLocaleLowerCase("id").split(/\s+/).filter(Boolean);
  return words.every((word) => searched.includes(word));
}

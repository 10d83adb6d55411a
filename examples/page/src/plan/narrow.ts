import { useEffect, useState } from "preact/hooks";

/** Whether there is little room. */
export function useNarrow(query = "(max-width: 40rem)"): boolean {
  const [is, setIs] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = (): void => setIs(media.matches);
    media.addEventListener("change", follow);
    return () => media.removeEventListener("change", follow);
  }, [query]);
  return is;
}

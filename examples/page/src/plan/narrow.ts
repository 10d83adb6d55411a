import { useEffect, useState } from "preact/hooks";

/** Whether drawings have little room. */
export function useNarrow(): boolean {
  const query = "(max-width: 40rem)";
  const [is, setIs] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = (): void => setIs(media.matches);
    media.addEventListener("change", follow);
    return () => media.removeEventListener("change", follow);
  }, []);
  return is;
}

import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { GridFrame } from "./grid-window.ts";

const UNMEASURED: GridFrame = { widthPx: 0, heightPx: 0, scrollTopPx: 0, remPx: 16 };

/** The visible part of a scrolled element, as it is scrolled and resized; another list starts at its top. */
export function useGridFrame(scroller: RefObject<HTMLElement | null>, list: string): GridFrame {
  const scrolled = useRef(false);
  const [frame, setFrame] = useState<GridFrame>(UNMEASURED);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => {
      scrolled.current = element.scrollTop > 0;
      const style = getComputedStyle(element);
      const paddingPx =
        Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
      setFrame({
        widthPx: element.clientWidth - paddingPx,
        heightPx: element.clientHeight,
        scrollTopPx: element.scrollTop,
        remPx: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [scroller]);
  useLayoutEffect(() => {
    // To ask or to set where it stands lays out the page: not for each letter of a search.
    if (!scrolled.current) return;
    scroller.current?.scrollTo({ top: 0 });
    setFrame((seen) => ({ ...seen, scrollTopPx: 0 }));
  }, [scroller, list]);
  return frame;
}

import { useState } from "react";
import "./picture.css";

/** Where the windows find our drawings, on whatever origin they are served from. */
export function pictureUrl(pictureKey: string): string {
  return `/pictures/${encodeURIComponent(pictureKey)}.svg`;
}

type PictureProps = { pictureKey: string; className?: string };

/** A product's drawing on its own ground, which fills whatever shape the frame has. */
export function ProductPicture({ pictureKey, className = "" }: PictureProps) {
  const [missing, setMissing] = useState(false);
  const url = missing ? pictureUrl("kategori-cendera-mata") : pictureUrl(pictureKey);
  return (
    <span className={`picture ${className}`}>
      <img src={url} alt="" draggable={false} onError={() => setMissing(true)} />
    </span>
  );
}

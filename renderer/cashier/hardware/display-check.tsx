import { useEffect, useState } from "react";
import type { ScreenView } from "../../../shared/contract/hand-over.ts";
import { hardwareText } from "../../texts/hardware-words.ts";
import { Button } from "../../ui/button.tsx";
import { report } from "./findings.ts";
import { askScreens, showOn, watchScreens } from "./screens.ts";

/** The computer's screens, and which of them is the customers'. */
export function DisplayCheck() {
  const screens = useScreens();
  const others = screens?.filter(({ cashier }) => !cashier) ?? [];
  if (screens === null) return <p className="soft">{hardwareText.measuring}</p>;
  return (
    <>
      <p>{others.length === 0 ? hardwareText.display.one : hardwareText.display.what}</p>
      <ul className="hardware-screens">
        {screens.map((screen, index) => (
          <li key={screen.id}>
            <span>
              <strong>
                {screen.label === "" ? `${hardwareText.display.screen} ${index + 1}` : screen.label}
              </strong>{" "}
              <span className="soft small">
                {screen.width} x {screen.height}
              </span>
            </span>
            {screen.cashier ? <span className="small">{hardwareText.display.cashier}</span> : null}
            {screen.display ? (
              <span className="small verdict-good">{hardwareText.display.here}</span>
            ) : null}
            {screen.cashier || screen.display ? null : (
              <Button onClick={() => showOn(screen.id)}>{hardwareText.display.use}</Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function useScreens(): readonly ScreenView[] | null {
  const [screens, setScreens] = useState<readonly ScreenView[] | null>(null);
  useEffect(() => {
    const off = watchScreens((told) => {
      setScreens(told);
      const shown = told.find(({ display }) => display);
      report("DISPLAY", shown === undefined ? "DOUBT" : "GOOD", {
        screens: told.length,
        ...(shown === undefined ? {} : { width: shown.width, height: shown.height }),
      });
    });
    askScreens();
    return off;
  }, []);
  return screens;
}

import { IconRefresh } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { HardwareDevice } from "../../../shared/contract/hardware.ts";
import { errorWords } from "../../texts/error-words.ts";
import {
  decimalWords,
  hardwareText,
  millisecondsWords,
  secondsWords,
} from "../../texts/hardware-words.ts";
import { Button } from "../../ui/button.tsx";
import { FactList } from "./fact-list.tsx";
import { useFindings } from "./findings.ts";

type CheckProps = { again: () => void };

const GB = 1_000_000_000;

/** Room on the disk, and how long a payment waits for it. */
export function DiskCheck({ again }: CheckProps) {
  const { facts, verdict } = useCore("DISK");
  const { free, sync } = hardwareText.disk.facts;
  const freeGb = Number(facts["freeBytes"]) / GB;
  const advice = freeGb < 1 ? hardwareText.disk.full : hardwareText.disk.slow;
  return (
    <Measured again={again} known={verdict !== "UNTRIED"}>
      <FactList
        facts={[
          [free, `${decimalWords(freeGb)} GB`],
          [sync, millisecondsWords(Number(facts["syncMs"]))],
        ]}
      />
      {verdict === "GOOD" ? null : <p className="notice notice-warn">{advice}</p>}
    </Measured>
  );
}

/** Whose time the till shows, and how far the computer's clock is off. */
export function ClockCheck({ again }: CheckProps) {
  const { facts, verdict } = useCore("CLOCK");
  const { clock } = hardwareText;
  const whose = { CENTRE: clock.centre, WALL: clock.wall, DOUBTFUL: clock.doubtful };
  const state = String(facts["state"]) as keyof typeof whose;
  const offsetS = Number(facts["offsetMs"]) / 1_000;
  return (
    <Measured again={again} known={verdict !== "UNTRIED"}>
      <FactList
        facts={[
          [clock.facts.whose, whose[state] ?? ""],
          ...(state === "WALL" ? [] : ([[clock.facts.offset, secondsWords(offsetS)]] as const)),
        ]}
      />
      {verdict === "BAD" ? <p className="notice notice-warn">{clock.wrong}</p> : null}
    </Measured>
  );
}

/** Whether the centre is reached, and how fast. */
export function CentreCheck({ again }: CheckProps) {
  const { facts, verdict } = useCore("CENTRE");
  const { roundTripMs, errorCode } = facts;
  return (
    <Measured again={again} known={verdict !== "UNTRIED"}>
      {typeof roundTripMs === "number" ? (
        <FactList facts={[[hardwareText.centre.facts.trip, millisecondsWords(roundTripMs)]]} />
      ) : (
        <p className="notice notice-warn">
          {errorCode === "CENTRE_UNREACHABLE"
            ? hardwareText.centre.unreached
            : errorWords(String(errorCode)).what}
        </p>
      )}
    </Measured>
  );
}

function useCore(device: HardwareDevice) {
  return useFindings((state) => state.found[device]) ?? NOTHING;
}

const NOTHING = { verdict: "UNTRIED", facts: {} as Record<string, unknown> } as const;

type MeasuredProps = { again: () => void; known: boolean; children: ReactNode };

function Measured({ again, known, children }: MeasuredProps) {
  return (
    <>
      {known ? children : <p className="soft">{hardwareText.measuring}</p>}
      <div>
        <Button icon={<IconRefresh aria-hidden="true" size={20} />} onClick={again}>
          {hardwareText.again}
        </Button>
      </div>
    </>
  );
}

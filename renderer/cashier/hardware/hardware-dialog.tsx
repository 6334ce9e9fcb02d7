import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconDownload,
} from "@tabler/icons-react";
import { type ComponentType, useCallback, useEffect, useState } from "react";
import type { HardwareDevice, HardwareVerdict } from "../../../shared/contract/hardware.ts";
import { deviceWords, hardwareText, verdictWords } from "../../texts/hardware-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { attempt } from "../store/attempt.ts";
import { openDialog } from "../store/screen-store.ts";
import { CameraCheck } from "./camera-check.tsx";
import { CentreCheck, ClockCheck, DiskCheck } from "./core-checks.tsx";
import { DisplayCheck } from "./display-check.tsx";
import { DrawerCheck } from "./drawer-check.tsx";
import { allFindings, DEVICES, reportCore, startFindings, useFindings } from "./findings.ts";
import { PrinterCheck } from "./printer-check.tsx";
import { ScannerCheck } from "./scanner-check.tsx";
import "./hardware.css";

type CheckProps = { again: () => void };

const CHECKS: Readonly<Record<HardwareDevice, ComponentType<CheckProps>>> = {
  PRINTER: PrinterCheck,
  DRAWER: DrawerCheck,
  SCANNER: ScannerCheck,
  CAMERA: CameraCheck,
  DISPLAY: DisplayCheck,
  DISK: DiskCheck,
  CLOCK: ClockCheck,
  CENTRE: CentreCheck,
};

/** Tries the till's devices one by one, and saves what was found for whoever helps. */
export function HardwareDialog() {
  const [device, setDevice] = useState<HardwareDevice>("PRINTER");
  const measure = useCallback(async (): Promise<void> => {
    const check = await attempt((core) => core.hardware.check.query());
    if (check !== null) reportCore(check);
  }, []);
  useEffect(() => {
    startFindings();
    void measure();
  }, [measure]);
  const Check = CHECKS[device];
  return (
    <Dialog
      title={hardwareText.title}
      widthPx={1_040}
      className="hardware"
      onClose={() => openDialog("status")}
    >
      <p className="soft">{hardwareText.intro}</p>
      <div className="hardware-columns">
        <DeviceList chosen={device} onChoice={setDevice} />
        <section className="hardware-check" aria-labelledby="hardware-device">
          <h3 id="hardware-device">{deviceWords[device]}</h3>
          <Check again={() => void measure()} />
        </section>
      </div>
      <SaveReport />
    </Dialog>
  );
}

type ListProps = { chosen: HardwareDevice; onChoice: (device: HardwareDevice) => void };

function DeviceList({ chosen, onChoice }: ListProps) {
  const found = useFindings((state) => state.found);
  return (
    <ul className="hardware-devices" aria-label={hardwareText.devices}>
      {DEVICES.map((device) => {
        const verdict = found[device]?.verdict ?? "UNTRIED";
        return (
          <li key={device}>
            <button
              type="button"
              className="hardware-device"
              aria-current={device === chosen}
              onClick={() => onChoice(device)}
            >
              <VerdictIcon verdict={verdict} />
              <span>{deviceWords[device]}</span>
              <span className={`small hardware-verdict verdict-${verdict.toLowerCase()}`}>
                {verdictWords[verdict]}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

const ICONS = {
  GOOD: IconCircleCheck,
  DOUBT: IconAlertTriangle,
  BAD: IconCircleX,
  UNTRIED: IconCircleDashed,
} as const;

function VerdictIcon({ verdict }: { verdict: HardwareVerdict }) {
  const Icon = ICONS[verdict];
  return <Icon aria-hidden="true" size={22} className={`verdict-${verdict.toLowerCase()}`} />;
}

function SaveReport() {
  const [path, setPath] = useState<string | null>(null);
  const found = useFindings((state) => state.found);
  const save = async (): Promise<void> => {
    const findings = allFindings(found);
    const saved = await attempt((core) => core.hardware.saveReport.mutate({ findings }));
    if (saved !== null) setPath(saved.path);
  };
  return (
    <div className="hardware-foot">
      <p className="small" role="status">
        {path === null ? null : (
          <>
            {hardwareText.saved} <strong className="hardware-path">{path}</strong>
          </>
        )}
      </p>
      <Button
        look="primary"
        icon={<IconDownload aria-hidden="true" size={20} />}
        onClick={() => void save()}
      >
        {hardwareText.save}
      </Button>
    </div>
  );
}

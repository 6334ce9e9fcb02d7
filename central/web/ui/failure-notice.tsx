import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ErrorCode } from "../../../shared/contract/errors.ts";
import { failureOf } from "../client/failure.ts";
import { ERROR_TEXT } from "../texts/error-text.ts";
import "./notices.css";

type Props = {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** where a page can say it more exactly than the common text */
  readonly texts?: Partial<Record<ErrorCode, string>>;
};

/** Says in plain words what went wrong, and offers to try again where that can help. */
export function FailureNotice({ error, onRetry, texts }: Props): ReactNode {
  const { code } = failureOf(error);
  return (
    <div className="notice notice-failure" role="alert">
      <IconAlertTriangle size={24} aria-hidden="true" />
      <div>
        <p>{texts?.[code] ?? ERROR_TEXT[code]}</p>
        {onRetry !== undefined && (
          <Button className="no-print" variant="default" size="sm" mt="sm" onClick={onRetry}>
            Coba lagi
          </Button>
        )}
      </div>
    </div>
  );
}

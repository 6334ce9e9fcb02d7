import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { failureOf } from "../client/failure.ts";
import { ERROR_TEXT } from "../texts/error-text.ts";
import "./notices.css";

type Props = { readonly error: unknown; readonly onRetry?: () => void };

/** Says in plain words what went wrong, and offers to try again where that can help. */
export function FailureNotice({ error, onRetry }: Props): ReactNode {
  const { code } = failureOf(error);
  return (
    <div className="notice notice-failure" role="alert">
      <IconAlertTriangle size={24} aria-hidden="true" />
      <div>
        <p>{ERROR_TEXT[code]}</p>
        {onRetry !== undefined && (
          <Button className="no-print" variant="default" size="sm" mt="sm" onClick={onRetry}>
            Coba lagi
          </Button>
        )}
      </div>
    </div>
  );
}

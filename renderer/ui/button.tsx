import type { ButtonHTMLAttributes, ReactNode } from "react";

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "type"> & {
  look?: "plain" | "primary" | "next" | "danger" | "quiet";
  large?: boolean;
  icon?: ReactNode;
  /** shown beside the label and told to assistive technology, not part of the name */
  shortcut?: string;
  submit?: boolean;
};

/** The one button: at least 48 px, with the shortcut that does the same. */
export function Button({
  look = "plain",
  large = false,
  icon,
  shortcut,
  submit = false,
  className = "",
  children,
  ...rest
}: ButtonProps) {
  const looks = `button button-${look} ${large ? "button-large" : ""} ${className}`;
  return (
    <button
      type={submit ? "submit" : "button"}
      className={looks}
      aria-keyshortcuts={shortcut === undefined ? undefined : ariaKeys(shortcut)}
      {...rest}
    >
      {icon}
      {children}
      {shortcut === undefined ? null : (
        <kbd className="key" aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </button>
  );
}

function ariaKeys(shortcut: string): string {
  return shortcut.replace("Ctrl", "Control").replace("Esc", "Escape").replaceAll(" ", "");
}

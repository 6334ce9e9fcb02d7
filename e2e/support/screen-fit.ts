import { expect, type Page } from "@playwright/test";

/** Twice the usual size of text, as WCAG 1.4.4 asks for. */
const TWICE = "200%";

/** Nothing on a screen is cut off, runs over its edge, or is too small to touch. */
export async function expectFits(page: Page, screen: string): Promise<void> {
  expect.soft(await page.evaluate(misfits, true), screen).toEqual([]);
}

/** The same with text twice as large; targets only grow with it. */
export async function expectFitsTwice(page: Page, screen: string, shot?: string): Promise<void> {
  const root = page.locator("html");
  await root.evaluate(enlarge, TWICE);
  const found = await page.evaluate(misfits, false);
  if (shot !== undefined) await page.screenshot({ path: shot });
  await root.evaluate((html) => html.style.removeProperty("font-size"));
  expect.soft(found, `${screen}, text at ${TWICE}`).toEqual([]);
}

/** Runs in the page: its texts in another size, and drawn anew by what measures them. */
async function enlarge(html: HTMLElement, size: string): Promise<void> {
  html.style.fontSize = size;
  for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
}

/** Runs in the page: what does not fit of the top-most dialog, or of the page when there is none. */
function misfits(withTargets: boolean): string[] {
  const SLACK = 1.5;
  const TARGET = 48 - 0.5;
  const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
  const nameOf = (element: Element): string => {
    const told = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return `${element.tagName.toLowerCase()}.${element.className} “${told.trim().slice(0, 40)}”`;
  };
  const scrolls = (element: Element, axis: "X" | "Y"): boolean =>
    /auto|scroll/.test(getComputedStyle(element)[`overflow${axis}`]);
  const cuts = (element: Element, axis: "X" | "Y"): boolean =>
    getComputedStyle(element)[`overflow${axis}`] !== "visible" && !scrolls(element, axis);

  /** Its box lies within whatever cuts it off; what scrolls can be scrolled to. */
  const isCut = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    let reachable = { X: false, Y: false };
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      const edge = around.getBoundingClientRect();
      const isRoot = around === document.body || around === document.documentElement;
      reachable = {
        X: reachable.X || scrolls(around, "X"),
        Y: reachable.Y || scrolls(around, "Y"),
      };
      const beside = box.left < edge.left - SLACK || box.right > edge.right + SLACK;
      const over = box.top < edge.top - SLACK || box.bottom > edge.bottom + SLACK;
      if (beside && !reachable.X && (isRoot || cuts(around, "X"))) return true;
      if (over && !reachable.Y && (isRoot || cuts(around, "Y"))) return true;
    }
    return false;
  };
  /** Its middle is outside of what scrolls it, now. */
  const isScrolledAway = (element: Element): boolean => {
    const { top: above, height } = element.getBoundingClientRect();
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      const edge = around.getBoundingClientRect();
      const middle = above + height / 2;
      if (scrolls(around, "Y") && (middle < edge.top || middle > edge.bottom)) return true;
    }
    return false;
  };
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    element.closest(".unseen") === null &&
    element.closest("[inert]") === null;

  const controls = [
    ...top.querySelectorAll("button, select, input, a[href], .choice-option, label.tick"),
  ].filter(isSeen);
  const boxed = controls.filter(
    (control) =>
      control.closest(".choice-option, label.tick") === control ||
      !control.closest(".choice-option, label.tick"),
  );
  const runsOver = [document.documentElement, ...top.querySelectorAll("*"), top].filter(
    (element) =>
      element.scrollWidth > element.clientWidth + SLACK &&
      (element === document.documentElement || scrolls(element, "X")),
  );
  const cutOff = boxed.filter(
    (control) =>
      isCut(control) ||
      (control.tagName === "BUTTON" &&
        (control.scrollWidth > control.clientWidth + SLACK ||
          control.scrollHeight > control.clientHeight + SLACK)),
  );
  const covered = boxed.filter((control) => {
    const { left, top: above, width, height } = control.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, above + height / 2);
    // What scrolls may lie below what stays in sight, and a message goes by itself.
    const passes = hit?.closest(".toasts, .cart-actions") ?? null;
    return hit !== null && passes === null && !control.contains(hit) && !isScrolledAway(control);
  });
  const tooSmall = boxed.filter((control) => {
    const { width, height } = control.getBoundingClientRect();
    return width < TARGET || height < TARGET;
  });
  return [
    ...runsOver.map((element) => `runs over its edge: ${nameOf(element)}`),
    ...cutOff.map((element) => `cut off: ${nameOf(element)}`),
    ...covered.map((element) => `covered: ${nameOf(element)}`),
    ...(withTargets ? tooSmall : []).map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return `too small, ${Math.round(width)} x ${Math.round(height)}: ${nameOf(element)}`;
    }),
  ];
}

import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { AppFrame } from "../ui/app-frame.tsx";
import { BrokenPage, LostPage, WaitingPage } from "../pages/fallback-pages.tsx";
import type { RouteContext } from "./context.ts";
import { ACCESS } from "./access.ts";
import {
  LoginSearch,
  OfficeSearch,
  OverviewSearch,
  parseSearch,
  PersonSearch,
  SalesSearch,
  stringifySearch,
  TillsSearch,
} from "./search.ts";

const root = createRootRouteWithContext<RouteContext>()({
  notFoundComponent: LostPage,
  errorComponent: BrokenPage,
});

const login = createRoute({
  getParentRoute: () => root,
  path: "/masuk",
  validateSearch: LoginSearch,
  component: lazyRouteComponent(() => import("../pages/account/login-page.tsx"), "LoginPage"),
});

/** Everything below asks first who is there, and whether the one-time password was changed. */
const member = createRoute({
  getParentRoute: () => root,
  id: "member",
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(context.centre.session.me.queryOptions());
    if (me === null) throw redirect({ to: "/masuk", search: { kembali: location.href } });
    if (me.mustChangePassword && location.pathname !== "/sandi") throw redirect({ to: "/sandi" });
    return { me };
  },
});

const firstPassword = createRoute({
  getParentRoute: () => member,
  path: "/sandi",
  component: lazyRouteComponent(() => import("../pages/account/password-page.tsx"), "PasswordPage"),
});

const framed = createRoute({
  getParentRoute: () => member,
  id: "framed",
  component: function Framed() {
    return <AppFrame me={framed.useRouteContext({ select: ({ me }) => me })} />;
  },
});

const overview = createRoute({
  getParentRoute: () => framed,
  path: "/",
  validateSearch: OverviewSearch,
  beforeLoad: ({ context: { me } }) => {
    if (ACCESS[me.role].overview) return;
    if (me.officeId === null) throw redirect({ to: "/akun" });
    throw redirect({ to: "/kantor/$officeId", params: { officeId: me.officeId } });
  },
  component: lazyRouteComponent(
    () => import("../pages/overview/overview-page.tsx"),
    "OverviewPage",
  ),
});

const office = createRoute({
  getParentRoute: () => framed,
  path: "/kantor/$officeId",
  validateSearch: OfficeSearch,
  component: lazyRouteComponent(() => import("../pages/office/office-page.tsx"), "OfficePage"),
});

const person = createRoute({
  getParentRoute: () => framed,
  path: "/kantor/$officeId/pegawai/$personId",
  validateSearch: PersonSearch,
  component: lazyRouteComponent(() => import("../pages/office/person-page.tsx"), "PersonPage"),
});

const sales = createRoute({
  getParentRoute: () => framed,
  path: "/penjualan",
  validateSearch: SalesSearch,
  component: lazyRouteComponent(() => import("../pages/sales/sales-page.tsx"), "SalesPage"),
});

const sale = createRoute({
  getParentRoute: () => framed,
  path: "/penjualan/$saleId",
  component: lazyRouteComponent(() => import("../pages/sale/sale-page.tsx"), "SalePage"),
});

const tills = createRoute({
  getParentRoute: () => framed,
  path: "/mesin-kasir",
  validateSearch: TillsSearch,
  component: lazyRouteComponent(() => import("../pages/tills/tills-page.tsx"), "TillsPage"),
});

const quarantine = createRoute({
  getParentRoute: () => framed,
  path: "/pemeriksaan",
  component: lazyRouteComponent(
    () => import("../pages/quarantine/quarantine-page.tsx"),
    "QuarantinePage",
  ),
});

const staff = createRoute({
  getParentRoute: () => framed,
  path: "/petugas",
  component: lazyRouteComponent(() => import("../pages/staff/staff-page.tsx"), "StaffPage"),
});

const cards = createRoute({
  getParentRoute: () => framed,
  path: "/kartu",
  component: lazyRouteComponent(() => import("../pages/cards/cards-page.tsx"), "CardsPage"),
});

const account = createRoute({
  getParentRoute: () => framed,
  path: "/akun",
  component: lazyRouteComponent(() => import("../pages/account/account-page.tsx"), "AccountPage"),
});

const routeTree = root.addChildren([
  login,
  member.addChildren([
    firstPassword,
    framed.addChildren([
      overview,
      office,
      person,
      sales,
      sale,
      tills,
      quarantine,
      staff,
      cards,
      account,
    ]),
  ]),
]);

/** The pages and their addresses. */
export function createPages(context: RouteContext) {
  return createRouter({
    routeTree,
    context,
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultPendingComponent: WaitingPage,
    defaultErrorComponent: BrokenPage,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}

import { z } from "zod";
import { BindCardInput, CardHolder } from "../../../shared/contract/card-binding.ts";
import { TypedNipInput } from "../../../shared/contract/core-api.ts";
import { InstitutionInput, PurchasesView } from "../../../shared/contract/cart-api.ts";
import { ScanResult } from "../../../shared/contract/till-state.ts";
import {
  confirmCartBuyer,
  removeCartBuyer,
  setCartProxy,
  setPublicBuyer,
} from "../selling/buyer.ts";
import { bindCard } from "../selling/card-binding.ts";
import { cardHolder, typedNip } from "../selling/identify.ts";
import { setInstitutionBuyer } from "../selling/institution.ts";
import { buyerPurchases } from "../selling/purchases.ts";
import { Done, procedure, router } from "./trpc.ts";

export const buyerRouter = router({
  typedNip: procedure
    .input(TypedNipInput)
    .output(ScanResult)
    .mutation(({ ctx, input }) => typedNip(ctx.till, input.nip)),
  cardHolder: procedure
    .input(TypedNipInput)
    .output(CardHolder)
    .query(({ ctx, input }) => cardHolder(ctx.till, input.nip)),
  bindCard: procedure
    .input(BindCardInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      bindCard(ctx.till, input);
      return {};
    }),
  setPublic: procedure.output(Done).mutation(({ ctx }) => {
    setPublicBuyer(ctx.till);
    return {};
  }),
  confirm: procedure.output(Done).mutation(({ ctx }) => {
    confirmCartBuyer(ctx.till);
    return {};
  }),
  setProxy: procedure
    .input(z.object({ proxy: z.boolean() }))
    .output(Done)
    .mutation(({ ctx, input }) => {
      setCartProxy(ctx.till, input.proxy);
      return {};
    }),
  setInstitution: procedure
    .input(InstitutionInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      setInstitutionBuyer(ctx.till, input);
      return {};
    }),
  purchases: procedure.output(PurchasesView).query(({ ctx }) => buyerPurchases(ctx.till)),
  remove: procedure.output(Done).mutation(({ ctx }) => {
    removeCartBuyer(ctx.till);
    return {};
  }),
});

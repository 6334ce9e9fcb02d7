import { IconX } from "@tabler/icons-react";
import { Button } from "../../ui/button.tsx";
import { removeBuyer } from "../store/cart-actions.ts";
import { buyerPanelWords } from "../../texts/buyer-words.ts";

/** Takes the buyer off the cart; the goods stay. */
export function RemoveBuyer() {
  return (
    <Button
      look="quiet"
      className="button-icon"
      aria-label={buyerPanelWords.remove}
      title={buyerPanelWords.remove}
      icon={<IconX aria-hidden="true" size={20} />}
      onClick={() => void removeBuyer()}
    />
  );
}

// Dialogs, with the browser's own <dialog>.
import { element, words } from "./text";

/** Opens a dialog that removes itself when closed. */
export function openDialog(label: string, ...content: Node[]): HTMLDialogElement {
  const dialog = element("dialog", "");
  dialog.setAttribute("aria-label", label);
  dialog.append(...content);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks a question; false unless the person says yes. */
export function confirmed(question: string): Promise<boolean> {
  return new Promise((resolve) => {
    const yes = element("button", "button", words("confirmYes"));
    const no = element("button", "button secondary", words("confirmNo"));
    const row = element("div", "button-row");
    row.append(yes, no);
    const body = element("div", "stack");
    body.append(element("p", "lead", question), row);
    const dialog = openDialog(question, body);
    let answer = false;
    yes.addEventListener("click", () => {
      answer = true;
      dialog.close();
    });
    no.addEventListener("click", () => dialog.close());
    // In time for the `close` that the browser sends a task later.
    dialog.addEventListener("close", () => resolve(answer));
    no.focus();
  });
}

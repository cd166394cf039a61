/** Whether a dialog is open; a closed popover is in the page as well, and nobody sees it. */
export const isDialogOpen = (): boolean =>
  [...document.querySelectorAll("[role=dialog], [role=alertdialog], dialog[open]")].some((dialog) => dialog.checkVisibility())

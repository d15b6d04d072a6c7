export const layout = {
  home: 'Dashboard',
  skip: 'Skip to the content',
  menu: 'Menu',
  menu_close: 'Close the menu',
  main_menu: 'Main menu',
  you_are_here: 'You are here',
  log_out: 'Log out',
  theme: 'Light or dark',
  band_demo: 'Demo: payments go to the sandbox, mails to the mailbox',
  mailbox: 'Mailbox',
  sandbox: 'Sandbox',
  unsaved: 'What you typed has not been saved.',
  copied: 'Copied',
  not_answered: 'The shop did not answer. What you typed is still here: please try again.',
  logged_out:
    'You were logged out meanwhile. Log in again in another tab, then press the button once more: what you typed is still here.',
  log_in: 'Log in',
} as const;

export const layout = {
  home: 'Dashboard',
  skip: 'Skip to the content',
  menu: 'Menu',
  main_menu: 'Main menu',
  you_are_here: 'You are here',
  log_out: 'Log out',
  theme: 'Light or dark',
  band_demo: 'Demo: payments go to the sandbox, mails to the mailbox',
  mailbox: 'Mailbox',
  sandbox: 'Sandbox',
  unsaved: 'What you typed has not been saved.',
  copied: 'Copied',
} as const;

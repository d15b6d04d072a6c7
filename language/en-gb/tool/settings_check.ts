/** System → Settings check and `payment-links doctor`. A finding's remedy is `<key>_remedy`. */
export const settingsCheck = {
  title: 'Settings check',
  intro: 'Looks at everything payment links depend on. Nothing is changed, no mail is sent.',
  again: 'Check again',
  checked: 'Checked',
  level_ok: 'OK',
  level_warning: 'Warning',
  level_problem: 'Problem',
  all_well: 'All is well.',
  problems: '{count} problem|{count} problems',
  warnings: '{count} warning|{count} warnings',
  what_to_do: 'What to do',
  /** Where a page of the shop's own settings lies: here, or beside a PHP shop there. */
  under: 'under',
  under_shop: 'in the shop’s own admin under',

  topic_account: 'Accounts and keys',
  topic_clock: 'Clock',
  topic_address: 'Address for customers and notifications',
  topic_statuses: 'Order statuses',
  topic_lifetime: 'Lifetime and reminders',
  topic_mail: 'Mail',
  topic_queue: 'Jobs',
  topic_database: 'Database',
  topic_access: 'Access',
  topic_shop: 'Shop',

  check_failed: 'This could not be checked: {reason}.',
  check_failed_remedy: 'Check again; if it stays so, look at the log of the program.',
  check_slow: 'This could not be checked within {seconds} seconds.',
  check_slow_remedy: 'Check that this server may reach the internet, then check again.',

  account_none: 'Payment links are off in every store.',
  account_none_remedy:
    'Enable a provider under Extensions → Payments, enter its key, and choose Yes at "Generate payment links at the admin".',
  account_links_off: '{store}: {provider} is enabled, but makes no payment links.',
  account_links_off_remedy: 'Extensions → Payments → {provider} → Options: "Generate payment links at the admin".',
  account_no_key: '{store}: {provider} has no key for the {environment} account.',
  account_no_key_remedy: 'Enter the key under Extensions → Payments → {provider} → Account.',
  account_works: '{store}: {answer}',
  account_refused: '{store}: {provider} does not take the key of the {environment} account: {reason}.',
  account_refused_remedy: 'Enter the key again under Extensions → Payments → {provider} → Account.',
  account_not_reached: '{store}: {provider} could not be reached.',
  account_unreachable: '{store}: {provider} could not be asked: {reason}.',
  account_unreachable_remedy:
    'Links wait meanwhile and are made as soon as it answers. Check the connection of this server.',
  environment_test: 'test',
  environment_live: 'live',

  clock_agrees: 'The clock of this server and that of {provider} agree (difference {seconds} s).',
  clock_differs: 'The clock of this server differs from that of {provider} by {seconds} s.',
  clock_differs_remedy:
    'Set the clock of this server by a time service (NTP): expiries and signed notifications depend on it.',
  clock_unknown: '{provider} did not tell its time.',

  address_reached: 'The program reaches itself at {url}.',
  address_local: 'PUBLIC_URL is {url}, an address of this machine alone.',
  address_local_remedy:
    'Set PUBLIC_URL to the https address of your shop: with this one customers cannot open links, and providers cannot notify.',
  address_demo:
    'Demo: notifications come from the sandbox on this machine, by {url}. A real provider could not reach it.',
  address_plain: 'PUBLIC_URL is {url}, which is not https.',
  address_plain_remedy: 'Give the address a certificate and set PUBLIC_URL to https://…: customers pay through it.',
  address_silent: 'Nobody answered at {url}: {reason}.',
  address_silent_remedy:
    'Check DNS, firewall and the proxy in front. Some networks do not let a server reach its own public address: then open {url}/health from elsewhere.',
  address_redirected: 'The address {url} leads elsewhere, to {target}.',
  address_redirected_remedy: 'Set PUBLIC_URL to the address that answers itself: providers do not follow redirects.',
  address_foreign: 'At {url} something else answers (status {status}).',
  address_foreign_remedy: 'Let the web server or proxy pass {url} and everything below it to this program.',

  statuses_fit: '{store}: {provider} asks for a link in the status "{status}", to which no payment leads.',
  statuses_wrong: '{store}: {provider}, {field}: {reason}',
  statuses_wrong_remedy: 'Change it under Extensions → Payments → {provider}.',
  statuses_default:
    '{store}: new orders get the status "{status}" by themselves, which is the one that asks for a link.',
  statuses_default_remedy: 'Choose another one {under} System → Settings → Option → Order Status.',
  statuses_reserve: '{store}: stock is reserved while a link lives.',
  statuses_no_reserve: '{store}: stock is not reserved while a link lives.',
  statuses_no_reserve_remedy:
    'If it should be, tick "{status}" {under} System → Settings → Option → Processing Order Status.',

  orders_none:
    '{store}: No payment extension of {provider} is installed in the shop, so no order that is entered there has one of its payment methods, and none gets a link.',
  orders_none_remedy: 'Choose which orders get one under Extensions → Payment link settings → Orders that get a link.',

  lifetime_fits: '{store}: links of {provider} live {lifetime}, within the limits of the methods offered.',
  lifetime_method: '{store}: links of {provider} live {lifetime}, but with {methods} they live {limit} at most.',
  lifetime_method_remedy: 'Shorten the lifetime, or do not offer {methods} by itself.',
  lifetime_second_chance:
    '{store}: links of {provider} live {lifetime}; the second mail of Second Chance comes after a day.',
  lifetime_second_chance_remedy: 'Let links live two days or longer, or switch Second Chance off.',
  lifetime_both: '{store}: Second Chance and the reminders of the shop are both on. Customers who agreed get both.',
  lifetime_both_remedy: 'Switch one of them off.',
  lifetime_reminders: '{store}: links of {provider} live {lifetime}; the reminder after {hours} hours is never sent.',
  lifetime_reminders_remedy: 'Change the hours under Extensions → Payment link settings → Reminders.',

  mail_works: '{store}: {answer}',
  mail_refused: '{store}: {reason}',
  mail_refused_remedy: 'Check SMTP_URL, or the mail server {under} System → Settings → Mail.',
  mail_example_sender: '{store}: customers get mails from {email}, which is only an example.',
  mail_example_sender_remedy: 'Enter the address of your shop {under} System → Settings → General → E-Mail.',
  mail_no_sender: '{store}: the store has no usable mail address to write from.',
  mail_no_sender_remedy: 'Enter one {under} System → Settings → General → E-Mail.',

  queue_moves: 'Jobs are done as they come.',
  queue_stuck: 'A job has been waiting for {minutes} minutes.',
  queue_stuck_remedy: 'Check that a process with `serve` or `work` is running, and look at its log.',
  queue_failed: '{count} jobs were given up.',
  queue_failed_remedy: 'Look at them under System → Jobs: each says why, and can be tried again.',
  queue_paused: '{count} orders at once want a link. Nothing is made until a person has decided.',
  queue_paused_remedy: 'Decide on the dashboard whether these orders get links.',

  database_current: 'The database is of this version.',
  database_due: 'The database is older than this program: {names}.',
  database_due_remedy: 'Run `payment-links migrate`, or start the program again.',

  rights_enough: 'The database user of the program may write what orders and payments need.',
  rights_missing: 'The database user {user} may not write all that orders and payments need: {tables}.',
  rights_missing_remedy: 'Let the administrator of the database run: {statements}',
  rights_entry: 'Orders are entered in the shop’s own admin alone: the database user {user} may not write {tables}.',
  rights_entry_remedy: 'To enter them here too, let the administrator of the database run: {statements}',

  access_weak: 'The user {username} has a password that everybody tries first.',
  access_weak_remedy: 'Choose another one under System → Users.',
  access_fine: 'The password of the first administrator is none of those that everybody tries first.',
  access_file: 'The generated password of the user admin still lies in {file}.',
  access_file_remedy: 'Log in, choose a password of your own under System → Users, and delete the file.',

  shop_demo: 'This is the demo: payments go to the sandbox, mails to the mailbox.',
  shop_demo_remedy: 'For a real shop start with DEMO=0 on a database of its own.',
  shop_api_works: '{store}: The shop’s own API takes our changes of status.',
  shop_api_refused:
    '{store}: The shop’s own API cannot be used, so no order would change its status when it is paid. {reason}',
  shop_api_refused_remedy: 'Check that the shop answers, and its address under Extensions → Payment link settings.',
  shop_told: '{reason}',
} as const;

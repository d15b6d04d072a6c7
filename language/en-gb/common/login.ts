export const login = {
  title: 'Log in',
  intro: 'Please enter your login details.',
  username: 'Username',
  password: 'Password',
  submit: 'Login',
  error_credentials: 'No match for Username and/or Password.',
  error_throttled: 'Too many tries. Please wait {minutes} minutes, then try again.',
  logged_out: 'You have been logged out.',
  code_title: 'Enter the code',
  code_intro: 'We have mailed a code of six digits to {address}. It is valid for {minutes} minutes.',
  code: 'Code',
  code_submit: 'Continue',
  code_back: 'Log in as somebody else',
  error_code: 'This is not the code.',
  error_code_over: 'The code is no longer valid. Please log in again.',
  error_no_address:
    'The shop asks its staff for a code by mail, and your user has no mail address. Have one entered in the shop under System → Users.',
  error_not_mailed:
    'The code could not be mailed: {reason} Check the mail server in the shop’s settings or SMTP_URL, then try again.',
  code_subject: '{shop}: your code is {code}',
  code_mail:
    'Your code to log in to the payment links of {shop} is {code}. It is valid for {minutes} minutes. If you did not just log in, somebody knows your password: change it in the shop.',
} as const;

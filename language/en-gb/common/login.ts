export const login = {
  title: 'Log in',
  intro: 'Please enter your login details.',
  username: 'Username',
  password: 'Password',
  submit: 'Login',
  error_credentials: 'No match for Username and/or Password.',
  error_throttled: 'Too many tries. Please wait {minutes} minutes, then try again.',
  logged_out: 'You have been logged out.',
} as const;

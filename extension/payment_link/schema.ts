/**
 * The product's own tables, in the notation that `install/schema/notation.ts` reads. Times are UTC epoch
 * milliseconds (`ms`), amounts integer minor units.
 */
export const PAYMENT_LINK_TABLES = `
payment_link_outbox PK(outbox_id); unique(unique_key); index(failed_at,run_at); index(name): outbox_id int AI, name vc(64), payload text, unique_key vc(191)?, run_at ms, attempt int=0, claimed_by vc(36)?, claimed_until ms?, failed_at ms?, last_error text?, created_at ms
payment_link PK(link_id); unique(store_id,order_id,purpose,attempt); unique(gateway,reference); index(order_id); index(token); index(notify_token); index(state,expires_at); index(poll_at); index(flagged); index(email); index(created_at): link_id int AI, store_id int, order_id int?, purpose vc(16), attempt int, token vc(32), notify_token vc(32), gateway vc(32), reference vc(36), environment vc(4), account vc(64), state vc(16), method vc(64)?, amount_minor ms, currency vc(3), description vc(200), lifetime_seconds ms, url text?, session_id vc(128)?, snapshot text, failure text?, failure_code vc(32)?, remedy text?, opened_at ms?, opens int=0, requested_at ms, activated_at ms?, expires_at ms?, closed_at ms?, polled_at ms?, poll_at ms?, asking ti=0, closing vc(16)?, closed_why vc(32)?, version int=0, reminders int=0, customer vc(128)='', email vc(191)='', flags vc(191)='', flagged ti=0, created_by vc(64), created_at ms, updated_at ms
payment_link_payment PK(payment_id); unique(gateway,provider_id); index(link_id): payment_id int AI, link_id int, gateway vc(32), provider_id vc(64), state vc(20), method vc(64)?, amount_minor ms, currency vc(3), refunded_minor ms=0, paid_twice ti=0, needs_cart ti=0, reason text?, created_at ms, paid_at ms?, updated_at ms
payment_link_refund PK(refund_id); unique(press_key); index(link_id): refund_id int AI, link_id int, payment_id int, press_key vc(64), reference vc(50), provider_id vc(64)?, amount_minor ms, currency vc(3), lines text?, reason text?, state vc(16), failure text?, created_by vc(64), created_at ms, updated_at ms
payment_link_journal PK(journal_id); index(link_id); index(order_id); index(created_at): journal_id int AI, link_id int?, order_id int?, store_id int=0, event vc(64), details text?, actor vc(64), ip vc(45)?, created_at ms
payment_link_effect PK(effect_id); unique(link_id,effect): effect_id int AI, link_id int, effect vc(96), state vc(16), detail text?, created_at ms, confirmed_at ms?
payment_link_notification PK(notification_id); index(link_id); index(received_at): notification_id int AI, link_id int?, gateway vc(32), reference vc(64)?, method vc(4), signed ti=0, provider_status vc(32)?, outcome vc(32), body mediumtext?, ip vc(45)?, received_at ms, handled_at ms?
payment_link_mail PK(mail_id); unique(message_id); index(order_id); index(link_id); index(state): mail_id int AI, order_id int?, link_id int?, kind vc(32), recipient vc(191), message_id vc(128), language vc(5)='en-gb', note text?, state vc(16), attempts int=0, possibly_twice ti=0, failure text?, remedy text?, created_by vc(64), created_at ms, handed_over_at ms?, sent_at ms?
payment_link_method PK(method_id); unique(gateway,store_id,environment,code): method_id int AI, gateway vc(32), store_id int, environment vc(4), code vc(64), name vc(128), details text, enabled ti=1, sort_order int=0, refreshed_at ms
payment_link_account PK(account_id); unique(gateway,fingerprint): account_id int AI, gateway vc(32), fingerprint vc(64), environment vc(4), secret text, created_at ms
payment_link_seen PK(seen_id); unique(order_history_id,order_id,date_added); index(seen_at): seen_id int AI, order_history_id int, order_id int, date_added vc(19), seen_at ms
payment_link_consent PK(consent_id); unique(order_id): consent_id int AI, order_id int, reminders ti=0, recorded_by vc(64), created_at ms
payment_link_session PK(session_id); index(user_id); index(expires_at): session_id vc(64), user_id int?, data text, created_at ms, seen_at ms, expires_at ms
payment_link_login PK(login_id); index(key_hash): login_id int AI, key_hash vc(64), failures int=0, first_at ms, last_at ms
payment_link_form PK(form_token); index(created_at): form_token vc(64), user_id int, result vc(64)?, created_at ms
payment_link_once PK(once_key): once_key vc(128), fingerprint vc(64), link_id int?, created_at ms
payment_link_token PK(token_id); unique(token_hash): token_id int AI, name vc(64), token_hash vc(64), read_only ti=0, created_by vc(64), created_at ms, used_at ms?, revoked_at ms?
payment_link_state PK(name): name vc(64), value mediumtext, updated_at ms
payment_link_setting PK(setting_id); unique(store_id,code,key): setting_id int AI, store_id int=0, code vc(128), key vc(128), value mediumtext, serialized ti=0
payment_link_permission PK(permission_id); unique(user_group_id,kind,route): permission_id int AI, user_group_id int, kind vc(8), route vc(64)
`;

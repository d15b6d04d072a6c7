/**
 * The tables of OpenCart that this program touches, as fresh installs of 3.0.4, 3.0.5, 4.0.2, 4.1.0.3 and 4.1.0.4
 * have them. `name version keys: columns` is the oldest version that has the table; an indented line says what a
 * later one changed. `vc` varchar, `ti` tinyint, `si` smallint, `dec` decimal, `dt` datetime, `int` int(11); `AI`
 * counts, `=x` is a default, `?` nullable. From 4.1 on everything but the primary key is nullable.
 */
export const OPENCART_TABLES = `
order 3.0 PK(order_id): order_id int AI, invoice_no int=0, invoice_prefix vc(26), store_id int=0, store_name vc(64), store_url vc(255), customer_id int=0, customer_group_id int=0, firstname vc(32), lastname vc(32), email vc(96), telephone vc(32), fax vc(32), custom_field text, payment_firstname vc(32), payment_lastname vc(32), payment_company vc(60), payment_address_1 vc(128), payment_address_2 vc(128), payment_city vc(128), payment_postcode vc(10), payment_country vc(128), payment_country_id int, payment_zone vc(128), payment_zone_id int, payment_address_format text, payment_custom_field text, payment_method vc(128), payment_code vc(128), shipping_firstname vc(32), shipping_lastname vc(32), shipping_company vc(40), shipping_address_1 vc(128), shipping_address_2 vc(128), shipping_city vc(128), shipping_postcode vc(10), shipping_country vc(128), shipping_country_id int, shipping_zone vc(128), shipping_zone_id int, shipping_address_format text, shipping_custom_field text, shipping_method vc(128), shipping_code vc(128), comment text, total dec(15,4)=0, order_status_id int=0, affiliate_id int, commission dec(15,4), marketing_id int, tracking vc(64), language_id int, currency_id int, currency_code vc(3), currency_value dec(15,8)=1, ip vc(40), forwarded_ip vc(40), user_agent vc(255), accept_language vc(255), date_added dt, date_modified dt
  3.0.5: change shipping_company vc(60)
  4.0.2: add subscription_id int, transaction_id vc(100), payment_address_id int, shipping_address_id int, language_code vc(5); drop fax, payment_code, shipping_code; change payment_method text, shipping_method text
  4.1.0.3: change subscription_id=0, payment_address_id=0, payment_country_id=0, payment_zone_id=0, shipping_country_id=0, shipping_zone_id=0, affiliate_id=0, marketing_id=0; keys PK(order_id); email(email)
  4.1.0.4: keys PK(order_id); email(email); order_status_id(order_status_id)
order_history 3.0 PK(order_history_id): order_history_id int AI, order_id int, order_status_id int, notify ti(1)=0, comment text, date_added dt
  4.1.0.3: change order_status_id=0
order_product 3.0 PK(order_product_id); order_id(order_id): order_product_id int AI, order_id int, product_id int, name vc(255), model vc(64), quantity int(4), price dec(15,4)=0, total dec(15,4)=0, tax dec(15,4)=0, reward int(8)
  4.0.2: add master_id int
  4.1.0.3: change master_id=0, quantity=1, reward=0
order_option 3.0 PK(order_option_id): order_option_id int AI, order_id int, order_product_id int, product_option_id int, product_option_value_id int=0, name vc(255), value text, type vc(32)
order_total 3.0 PK(order_total_id); order_id(order_id): order_total_id int(10) AI, order_id int, code vc(32), title vc(255), value dec(15,4)=0, sort_order int(3)
  4.0.2: add extension vc(255)
  4.1.0.3: change sort_order=0
order_status 3.0 PK(order_status_id,language_id): order_status_id int AI, language_id int, name vc(32)
order_voucher 3.0 PK(order_voucher_id): order_voucher_id int AI, order_id int, voucher_id int, description vc(255), code vc(10), from_name vc(64), from_email vc(96), to_name vc(64), to_email vc(96), voucher_theme_id int, message text, amount dec(15,4)
  4.1.0.3: table absent
order_recurring 3.0 PK(order_recurring_id): order_recurring_id int AI, order_id int, reference vc(255), product_id int, product_name vc(255), product_quantity int, recurring_id int, recurring_name vc(255), recurring_description vc(255), recurring_frequency vc(25), recurring_cycle si(6), recurring_duration si(6), recurring_price dec(10,4), trial ti(1), trial_frequency vc(25), trial_cycle si(6), trial_duration si(6), trial_price dec(10,4), status ti(4), date_added dt
  4.0.2: table absent
order_subscription 4.0.2 PK(order_subscription_id); order_id(order_id): order_subscription_id int AI, order_product_id int, order_id int, product_id int, subscription_plan_id int, trial_price dec(10,4), trial_tax dec(15,4), trial_frequency enum('day','week','semi_month','month','year'), trial_cycle si(6), trial_duration si(6), trial_remaining si(6), trial_status ti(1), price dec(10,4), tax dec(15,4), frequency enum('day','week','semi_month','month','year'), cycle si(6), duration si(6)
  4.1.0.3: add quantity int(4)=1; drop trial_remaining; change trial_status=0, cycle=1, duration=0
product 3.0 PK(product_id): product_id int AI, model vc(64), sku vc(64), upc vc(12), ean vc(14), jan vc(13), isbn vc(17), mpn vc(64), location vc(128), quantity int(4)=0, stock_status_id int, image vc(255)?, manufacturer_id int, shipping ti(1)=1, price dec(15,4)=0, points int(8)=0, tax_class_id int, date_available date=0000-00-00, weight dec(15,8)=0, weight_class_id int=0, length dec(15,8)=0, width dec(15,8)=0, height dec(15,8)=0, length_class_id int=0, subtract ti(1)=1, minimum int=1, sort_order int=0, status ti(1)=0, viewed int(5)=0, date_added dt, date_modified dt
  4.0.2: add master_id int=0, variant text='', override text='', rating int(1); drop viewed; change image NOT NULL, date_available=no default
  4.1.0.3: change stock_status_id=0, manufacturer_id=0, tax_class_id=0, rating=0
  4.1.0.4: drop sku, upc, ean, jan, isbn, mpn
product_description 3.0 PK(product_id,language_id); name(name): product_id int, language_id int, name vc(255), description text, tag text, meta_title vc(255), meta_description vc(255), meta_keyword vc(255)
  4.1.0.4: change description mediumtext
product_option 3.0 PK(product_option_id): product_option_id int AI, product_id int, option_id int, value text, required ti(1)
  4.1.0.3: change required=0
product_option_value 3.0 PK(product_option_value_id): product_option_value_id int AI, product_option_id int, product_id int, option_id int, option_value_id int, quantity int(3), subtract ti(1), price dec(15,4), price_prefix vc(1), points int(8), points_prefix vc(1), weight dec(15,8), weight_prefix vc(1)
  4.1.0.3: change option_value_id=0, quantity=0, subtract=0, points=0
option 3.0 PK(option_id): option_id int AI, type vc(32), sort_order int(3)
  4.1.0.3: add validation vc(255); change sort_order=0
option_description 3.0 PK(option_id,language_id): option_id int, language_id int, name vc(128)
option_value 3.0 PK(option_value_id): option_value_id int AI, option_id int, image vc(255), sort_order int(3)
  4.1.0.3: change sort_order=0
option_value_description 3.0 PK(option_value_id,language_id): option_value_id int, language_id int, option_id int, name vc(128)
product_special 3.0 PK(product_special_id); product_id(product_id): product_special_id int AI, product_id int, customer_group_id int, priority int(5)=1, price dec(15,4)=0, date_start date=0000-00-00, date_end date=0000-00-00
  4.0.2: change date_start=no default, date_end=no default
  4.1.0.3: table absent
product_discount 3.0 PK(product_discount_id); product_id(product_id): product_discount_id int AI, product_id int, customer_group_id int, quantity int(4)=0, priority int(5)=1, price dec(15,4)=0, date_start date=0000-00-00, date_end date=0000-00-00
  4.0.2: change date_start=no default, date_end=no default
  4.1.0.3: add type char(1)=P, special ti(1)=0
product_reward 3.0 PK(product_reward_id): product_reward_id int AI, product_id int=0, customer_group_id int=0, points int(8)=0
product_to_store 3.0 PK(product_id,store_id): product_id int, store_id int=0
product_to_download 3.0 PK(product_id,download_id): product_id int, download_id int
product_recurring 3.0 PK(product_id,recurring_id,customer_group_id): product_id int, recurring_id int, customer_group_id int
  4.0.2: table absent
customer 3.0 PK(customer_id): customer_id int AI, customer_group_id int, store_id int=0, language_id int, firstname vc(32), lastname vc(32), email vc(96), telephone vc(32), fax vc(32), password vc(40), salt vc(9), cart text?, wishlist text?, newsletter ti(1)=0, address_id int=0, custom_field text, ip vc(40), status ti(1), safe ti(1), token text, code vc(40), date_added dt
  4.0.2: drop fax, salt, cart, wishlist, address_id; change password vc(255)
  4.1.0.3: add commenter ti(1)=0; change customer_group_id=0, language_id=0, status=0, safe=0; keys PK(customer_id); email(email)
customer_group 3.0 PK(customer_group_id): customer_group_id int AI, approval int(1), sort_order int(3)
  4.1.0.3: change approval=0, sort_order=0
customer_group_description 3.0 PK(customer_group_id,language_id): customer_group_id int, language_id int, name vc(32), description text
customer_transaction 3.0 PK(customer_transaction_id): customer_transaction_id int AI, customer_id int, order_id int, description text, amount dec(15,4), date_added dt
  4.1.0.3: change order_id=0
customer_reward 3.0 PK(customer_reward_id): customer_reward_id int AI, customer_id int=0, order_id int=0, description text, points int(8)=0, date_added dt
address 3.0 PK(address_id); customer_id(customer_id): address_id int AI, customer_id int, firstname vc(32), lastname vc(32), company vc(40), address_1 vc(128), address_2 vc(128), city vc(128), postcode vc(10), country_id int=0, zone_id int=0, custom_field text
  4.0.2: add default ti(1); change company vc(60)
  4.1.0.3: change default=0
address_format 4.0.2 PK(address_format_id): address_format_id int AI, name vc(128), address_format text
country 3.0 PK(country_id): country_id int AI, name vc(128), iso_code_2 vc(2), iso_code_3 vc(3), address_format text, postcode_required ti(1), status ti(1)=1
  4.0.2: add address_format_id int; drop address_format
  4.1.0.3: drop name; change address_format_id=0
country_description 4.1.0.3 PK(country_id,language_id); name(name): country_id int, language_id int, name vc(255)
zone 3.0 PK(zone_id): zone_id int AI, country_id int, name vc(128), code vc(32), status ti(1)=1
  4.1.0.3: drop name
zone_description 4.1.0.3 PK(zone_id,language_id); name(name): zone_id int, language_id int, name vc(255)
geo_zone 3.0 PK(geo_zone_id): geo_zone_id int AI, name vc(32), description vc(255), date_added dt, date_modified dt
  4.1.0.3: drop date_added, date_modified
zone_to_geo_zone 3.0 PK(zone_to_geo_zone_id): zone_to_geo_zone_id int AI, country_id int, zone_id int=0, geo_zone_id int, date_added dt, date_modified dt
  4.1.0.3: drop date_added, date_modified
tax_class 3.0 PK(tax_class_id): tax_class_id int AI, title vc(32), description vc(255), date_added dt, date_modified dt
  4.1.0.3: drop date_added, date_modified
tax_rule 3.0 PK(tax_rule_id): tax_rule_id int AI, tax_class_id int, tax_rate_id int, based vc(10), priority int(5)=1
tax_rate 3.0 PK(tax_rate_id): tax_rate_id int AI, geo_zone_id int=0, name vc(32), rate dec(15,4)=0, type char(1), date_added dt, date_modified dt
  4.1.0.3: drop date_added, date_modified
tax_rate_to_customer_group 3.0 PK(tax_rate_id,customer_group_id): tax_rate_id int, customer_group_id int
currency 3.0 PK(currency_id): currency_id int AI, title vc(32), code vc(3), symbol_left vc(12), symbol_right vc(12), decimal_place char(1), value double(15,8), status ti(1), date_modified dt
  4.0.2: change decimal_place int(1)
  4.1.0.3: change decimal_place=2, status=0
language 3.0 PK(language_id); name(name): language_id int AI, name vc(32), code vc(5), locale vc(255), image vc(64), directory vc(32), sort_order int(3)=0, status ti(1)
  4.0.2: add extension vc(255); drop image, directory
  4.1.0.3: change status=0
store 3.0 PK(store_id): store_id int AI, name vc(64), url vc(255), ssl vc(255)
  4.0.2: drop ssl
weight_class 3.0 PK(weight_class_id): weight_class_id int AI, value dec(15,8)=0
weight_class_description 3.0 PK(weight_class_id,language_id): weight_class_id int, language_id int, title vc(32), unit vc(4)
setting 3.0 PK(setting_id): setting_id int AI, store_id int=0, code vc(128), key vc(128), value text, serialized ti(1)
  4.0.2: change serialized=0
  4.1.0.4: change value mediumtext
extension 3.0 PK(extension_id): extension_id int AI, type vc(32), code vc(32)
  4.0.2: add extension vc(255); change code vc(128)
event 3.0 PK(event_id): event_id int AI, code vc(64), trigger text, action text, status ti(1), sort_order int(3)
  3.0.4: change sort_order=0
  4.0.2: add description text; change code vc(128), status=0, sort_order=1
user 3.0 PK(user_id): user_id int AI, user_group_id int, username vc(20), password vc(40), salt vc(9), firstname vc(32), lastname vc(32), email vc(96), image vc(255), code vc(40), ip vc(40), status ti(1), date_added dt
  4.0.2: drop salt; change password vc(255)
  4.1.0.3: drop code; change user_group_id=0, image='', ip='', status=0
user_group 3.0 PK(user_group_id): user_group_id int AI, name vc(64), permission text
user_login 4.0.2 PK(user_login_id): user_login_id int AI, user_id int, ip vc(40), user_agent vc(255), date_added dt
user_authorize 4.0.2 PK(user_authorize_id): user_authorize_id int AI, user_id int, token vc(96), total int(1), ip vc(40), user_agent vc(255), status ti(1), date_added dt
  4.1.0.3: add date_expire dt; change total=0, status=0
api 3.0 PK(api_id): api_id int AI, username vc(64), key text, status ti(1), date_added dt, date_modified dt
  4.1.0.3: change status=0
api_ip 3.0 PK(api_ip_id): api_ip_id int AI, api_id int, ip vc(40)
api_session 3.0 PK(api_session_id): api_session_id int AI, api_id int, session_id vc(32), ip vc(40), date_added dt, date_modified dt
  4.1.0.3: table absent
api_history 4.1.0.3 PK(api_history_id): api_history_id int AI, api_id int, call vc(32), ip vc(40), date_added dt
cart 3.0 PK(cart_id); cart_id(api_id,customer_id,session_id,product_id,recurring_id): cart_id int unsigned AI, api_id int, customer_id int, session_id vc(32), product_id int, recurring_id int, option text, quantity int(5), date_added dt
  4.0.2: add subscription_plan_id int, override ti(1), price dec(15,4); drop recurring_id; change cart_id int AI; keys PK(cart_id); cart_id(api_id,customer_id,session_id,product_id,subscription_plan_id)
  4.1.0.3: add store_id int=0; drop api_id; change customer_id=0, subscription_plan_id=0, override text; keys PK(cart_id); cart_id(customer_id,session_id,product_id,subscription_plan_id)
coupon 3.0 PK(coupon_id): coupon_id int AI, name vc(128), code vc(20), type char(1), discount dec(15,4), logged ti(1), shipping ti(1), total dec(15,4), date_start date=0000-00-00, date_end date=0000-00-00, uses_total int, uses_customer vc(11), status ti(1), date_added dt
  4.0.2: change date_start=no default, date_end=no default, uses_customer int
  4.1.0.3: change logged=0, shipping=0, uses_total=0, uses_customer=0, status=0
coupon_history 3.0 PK(coupon_history_id): coupon_history_id int AI, coupon_id int, order_id int, customer_id int, amount dec(15,4), date_added dt
  4.1.0.3: change order_id=0, customer_id=0
coupon_product 3.0 PK(coupon_product_id): coupon_product_id int AI, coupon_id int, product_id int
coupon_category 3.0 PK(coupon_id,category_id): coupon_id int, category_id int
category 3.0 PK(category_id); parent_id(parent_id): category_id int AI, image vc(255)?, parent_id int=0, top ti(1), column int(3), sort_order int(3)=0, status ti(1), date_added dt, date_modified dt
  4.1.0.3: drop top, column, date_added, date_modified; change status=0
product_to_category 3.0 PK(product_id,category_id); category_id(category_id): product_id int, category_id int
`;

/**
 * The embedded shop's tables: names, columns and meanings of OpenCart 4.1.0.3, in the notation of `notation.ts`.
 * `?` is nullable, `=x` a default, AI an auto-increment.
 */
export const OPENCART_4_1_TABLES = `
order PK(order_id); index(email): order_id int AI, subscription_id int?=0, invoice_no int?=0, invoice_prefix vc(26)?, transaction_id vc(100)?, store_id int?=0, store_name vc(64)?, store_url vc(255)?, customer_id int?=0, customer_group_id int?=0, firstname vc(32)?, lastname vc(32)?, email vc(96)?, telephone vc(32)?, custom_field text?, payment_address_id int?=0, payment_firstname vc(32)?, payment_lastname vc(32)?, payment_company vc(60)?, payment_address_1 vc(128)?, payment_address_2 vc(128)?, payment_city vc(128)?, payment_postcode vc(10)?, payment_country vc(128)?, payment_country_id int?=0, payment_zone vc(128)?, payment_zone_id int?=0, payment_address_format text?, payment_custom_field text?, payment_method text?, shipping_address_id int?, shipping_firstname vc(32)?, shipping_lastname vc(32)?, shipping_company vc(60)?, shipping_address_1 vc(128)?, shipping_address_2 vc(128)?, shipping_city vc(128)?, shipping_postcode vc(10)?, shipping_country vc(128)?, shipping_country_id int?=0, shipping_zone vc(128)?, shipping_zone_id int?=0, shipping_address_format text?, shipping_custom_field text?, shipping_method text?, comment text?, total dec(15,4)?=0.0000, order_status_id int?=0, affiliate_id int?=0, commission dec(15,4)?, marketing_id int?=0, tracking vc(64)?, language_id int?, language_code vc(5)?, currency_id int?, currency_code vc(3)?, currency_value dec(15,8)?=1.00000000, ip vc(40)?, forwarded_ip vc(40)?, user_agent vc(255)?, accept_language vc(255)?, date_added dt?, date_modified dt?
order_history PK(order_history_id): order_history_id int AI, order_id int?, order_status_id int?=0, notify ti?=0, comment text?, date_added dt?
order_product PK(order_product_id); index(order_id): order_product_id int AI, order_id int?, product_id int?, master_id int?=0, name vc(255)?, model vc(64)?, quantity int?=1, price dec(15,4)?=0.0000, total dec(15,4)?=0.0000, tax dec(15,4)?=0.0000, reward int?=0
order_option PK(order_option_id): order_option_id int AI, order_id int?, order_product_id int?, product_option_id int?, product_option_value_id int?=0, name vc(255)?, value text?, type vc(32)?
order_total PK(order_total_id); index(order_id): order_total_id int AI, order_id int?, extension vc(255)?, code vc(32)?, title vc(255)?, value dec(15,4)?=0.0000, sort_order int?=0
order_status PK(order_status_id,language_id): order_status_id int AI, language_id int, name vc(32)?
order_subscription PK(order_subscription_id); index(order_id): order_subscription_id int AI, order_product_id int?, order_id int?, product_id int?, quantity int?=1, subscription_plan_id int?, trial_price dec(10,4)?, trial_tax dec(15,4)?, trial_frequency enum('day','week','semi_month','month','year')?, trial_cycle si?, trial_duration si?, trial_status ti?=0, price dec(10,4)?, tax dec(15,4)?, frequency enum('day','week','semi_month','month','year')?, cycle si?=1, duration si?=0
product PK(product_id): product_id int AI, master_id int?=0, model vc(64)?, sku vc(64)?, upc vc(12)?, ean vc(14)?, jan vc(13)?, isbn vc(17)?, mpn vc(64)?, location vc(128)?, variant text?='', override text?='', quantity int?=0, stock_status_id int?=0, image vc(255)?, manufacturer_id int?=0, shipping ti?=1, price dec(15,4)?=0.0000, points int?=0, tax_class_id int?=0, date_available date?, weight dec(15,8)?=0.00000000, weight_class_id int?=0, length dec(15,8)?=0.00000000, width dec(15,8)?=0.00000000, height dec(15,8)?=0.00000000, length_class_id int?=0, subtract ti?=1, minimum int?=1, rating int?=0, sort_order int?=0, status ti?=0, date_added dt?, date_modified dt?
product_description PK(product_id,language_id); index(name): product_id int, language_id int, name vc(255)?, description text?, tag text?, meta_title vc(255)?, meta_description vc(255)?, meta_keyword vc(255)?
product_option PK(product_option_id): product_option_id int AI, product_id int?, option_id int?, value text?, required ti?=0
product_option_value PK(product_option_value_id): product_option_value_id int AI, product_option_id int?, product_id int?, option_id int?, option_value_id int?=0, quantity int?=0, subtract ti?=0, price dec(15,4)?, price_prefix vc(1)?, points int?=0, points_prefix vc(1)?, weight dec(15,8)?, weight_prefix vc(1)?
option PK(option_id): option_id int AI, type vc(32)?, validation vc(255)?, sort_order int?=0
option_description PK(option_id,language_id): option_id int, language_id int, name vc(128)?
option_value PK(option_value_id): option_value_id int AI, option_id int?, image vc(255)?, sort_order int?=0
option_value_description PK(option_value_id,language_id): option_value_id int, language_id int, option_id int?, name vc(128)?
product_discount PK(product_discount_id); index(product_id): product_discount_id int AI, product_id int?, customer_group_id int?, quantity int?=0, priority int?=1, price dec(15,4)?=0.0000, type char(1)?='P', special ti?=0, date_start date?, date_end date?
product_reward PK(product_reward_id): product_reward_id int AI, product_id int?=0, customer_group_id int?=0, points int?=0
product_to_store PK(product_id,store_id): product_id int, store_id int=0
product_code PK(product_code_id); index(code): product_code_id int AI, product_id int?, code vc(48)?, value vc(255)?
customer PK(customer_id); index(email): customer_id int AI, customer_group_id int?=0, store_id int?=0, language_id int?=0, firstname vc(32)?, lastname vc(32)?, email vc(96)?, telephone vc(32)?, password vc(255)?, custom_field text?, newsletter ti?=0, ip vc(40)?, status ti?=0, safe ti?=0, commenter ti?=0, token text?, code vc(40)?, date_added dt?
customer_group PK(customer_group_id): customer_group_id int AI, approval int?=0, sort_order int?=0
customer_group_description PK(customer_group_id,language_id): customer_group_id int, language_id int, name vc(32)?, description text?
customer_transaction PK(customer_transaction_id): customer_transaction_id int AI, customer_id int?, order_id int?=0, description text?, amount dec(15,4)?, date_added dt?
customer_reward PK(customer_reward_id): customer_reward_id int AI, customer_id int?=0, order_id int?=0, description text?, points int?=0, date_added dt?
address PK(address_id); index(customer_id): address_id int AI, customer_id int?, firstname vc(32)?, lastname vc(32)?, company vc(60)?, address_1 vc(128)?, address_2 vc(128)?, city vc(128)?, postcode vc(10)?, country_id int?=0, zone_id int?=0, custom_field text?, default ti?=0
address_format PK(address_format_id): address_format_id int AI, name vc(128)?, address_format text?
country PK(country_id): country_id int AI, iso_code_2 vc(2)?, iso_code_3 vc(3)?, address_format_id int?=0, postcode_required ti?, status ti?=1
country_description PK(country_id,language_id); index(name): country_id int, language_id int, name vc(255)?
zone PK(zone_id): zone_id int AI, country_id int?, code vc(32)?, status ti?=1
zone_description PK(zone_id,language_id); index(name): zone_id int, language_id int, name vc(255)?
geo_zone PK(geo_zone_id): geo_zone_id int AI, name vc(32)?, description vc(255)?
zone_to_geo_zone PK(zone_to_geo_zone_id): zone_to_geo_zone_id int AI, geo_zone_id int?, country_id int?, zone_id int?=0
tax_class PK(tax_class_id): tax_class_id int AI, title vc(32)?, description vc(255)?
tax_rule PK(tax_rule_id): tax_rule_id int AI, tax_class_id int?, tax_rate_id int?, based vc(10)?, priority int?=1
tax_rate PK(tax_rate_id): tax_rate_id int AI, geo_zone_id int?=0, name vc(32)?, rate dec(15,4)?=0.0000, type char(1)?
tax_rate_to_customer_group PK(tax_rate_id,customer_group_id): tax_rate_id int, customer_group_id int
currency PK(currency_id): currency_id int AI, title vc(32)?, code vc(3)?, symbol_left vc(12)?, symbol_right vc(12)?, decimal_place int?=2, value double(15,8)?, status ti?=0, date_modified dt?
language PK(language_id); index(name): language_id int AI, name vc(32)?, code vc(5)?, locale vc(255)?, extension vc(255)?, sort_order int?=0, status ti?=0
store PK(store_id): store_id int AI, name vc(64)?, url vc(255)?
stock_status PK(stock_status_id,language_id): stock_status_id int AI, language_id int, name vc(32)?
weight_class PK(weight_class_id): weight_class_id int AI, value dec(15,8)?=0.00000000
weight_class_description PK(weight_class_id,language_id): weight_class_id int, language_id int, title vc(32)?, unit vc(4)?
length_class PK(length_class_id): length_class_id int AI, value dec(15,8)?
length_class_description PK(length_class_id,language_id): length_class_id int, language_id int, title vc(32)?, unit vc(4)?
setting PK(setting_id): setting_id int AI, store_id int?=0, code vc(128)?, key vc(128)?, value text?, serialized ti?=0
extension PK(extension_id): extension_id int AI, extension vc(255)?, type vc(32)?, code vc(128)?
user PK(user_id): user_id int AI, user_group_id int?=0, username vc(20)?, password vc(255)?, firstname vc(32)?, lastname vc(32)?, email vc(96)?, image vc(255)?='', ip vc(40)?='', status ti?=0, date_added dt?
user_group PK(user_group_id): user_group_id int AI, name vc(64)?, permission text?
user_login PK(user_login_id): user_login_id int AI, user_id int?, ip vc(40)?, user_agent vc(255)?, date_added dt?
user_authorize PK(user_authorize_id): user_authorize_id int AI, user_id int?, token vc(96)?, total int?=0, ip vc(40)?, user_agent vc(255)?, status ti?=0, date_added dt?, date_expire dt?
coupon PK(coupon_id): coupon_id int AI, name vc(128)?, code vc(20)?, type char(1)?, discount dec(15,4)?, logged ti?=0, shipping ti?=0, total dec(15,4)?, date_start date?, date_end date?, uses_total int?=0, uses_customer int?=0, status ti?=0, date_added dt?
coupon_history PK(coupon_history_id): coupon_history_id int AI, coupon_id int?, order_id int?=0, customer_id int?=0, amount dec(15,4)?, date_added dt?
coupon_product PK(coupon_product_id): coupon_product_id int AI, coupon_id int?, product_id int?
coupon_category PK(coupon_id,category_id): coupon_id int, category_id int
category PK(category_id); index(parent_id): category_id int AI, image vc(255)?, parent_id int?=0, sort_order int?=0, status ti?=0
category_description PK(category_id,language_id); index(name): category_id int, language_id int, name vc(255)?, description text?, meta_title vc(255)?, meta_description vc(255)?, meta_keyword vc(255)?
product_to_category PK(product_id,category_id); index(category_id): product_id int, category_id int
custom_field PK(custom_field_id): custom_field_id int AI, type vc(32)?, value text?, validation vc(255)?, location vc(10)?, status ti?=0, sort_order int?=0
custom_field_description PK(custom_field_id,language_id): custom_field_id int, language_id int, name vc(128)?
custom_field_value PK(custom_field_value_id): custom_field_value_id int AI, custom_field_id int?, sort_order int?=0
custom_field_customer_group PK(custom_field_id,customer_group_id): custom_field_id int, customer_group_id int, required ti?=0
`;

/** What the embedded shop looks up by, beyond OpenCart's own keys: each keeps a page fast at a million orders. */
export const EMBEDDED_INDEXES = `
order: index(customer_id)
order_history: index(order_id)
order_option: index(order_product_id); index(order_id)
order_product: index(product_id)
setting: index(store_id,code)
product_option: index(product_id)
product_option_value: index(product_option_id); index(product_id)
zone: index(country_id)
customer: index(firstname); index(lastname)
customer_transaction: index(customer_id)
customer_reward: index(customer_id)
`;

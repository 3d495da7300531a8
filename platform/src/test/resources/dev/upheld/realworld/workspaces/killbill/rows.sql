-- Fictional accounts; the same statements for both engines. Written for a present of 2026-11-22.
INSERT INTO accounts (id, external_key, email, name, first_name_length, currency, reference_time, time_zone, locale, address1, company_name, city, country, postal_code, phone, notes, created_date, created_by, updated_date, updated_by, tenant_record_id) VALUES
  ('acc-1', 'meter-1001', 'liisa.koski@koski.example', 'Liisa Koski', 5, 'EUR', '2022-05-02 08:00:00', 'Europe/Helsinki', 'fi_FI', 'Harjukatu 7', 'Koski Oy', 'Tampere', 'FI', '33230', '+358 20 790 1001', NULL, '2022-05-02 08:00:00', 'olga', '2025-03-14 09:00:00', 'olga', 1),
  ('acc-2', 'meter-1002', 'jan.dupont@dupont.example', 'Jan Dupont', 3, 'EUR', '2024-09-17 12:00:00', 'Europe/Brussels', 'fr_BE', 'Rue du Nord 12', NULL, 'Liège', 'BE', '4000', '+32 4 999 10 02', 'wants invoices on paper', '2024-09-17 12:00:00', 'olga', NULL, NULL, 1),
  ('acc-3', 'meter-1003', 'ada.smith@smithworks.example', 'Ada Smith', 3, 'USD', '2025-11-30 20:00:00', 'America/Chicago', 'en_US', '4 Lake Street', 'Smithworks', 'Madison', 'US', '53703', '+1 202-555-0103', NULL, '2025-11-30 20:00:00', 'otto', '2026-01-11 20:00:00', 'otto', 1);

INSERT INTO account_emails (id, account_id, email, created_by, created_date, updated_by, updated_date, account_record_id, tenant_record_id) VALUES
  ('em-1', 'acc-1', 'laskut@koski.example', 'olga', '2024-02-01 10:00:00', 'olga', '2024-02-01 10:00:00', 1, 1);

INSERT INTO account_history (id, target_record_id, external_key, email, name, reference_time, time_zone, country, change_type, created_by, created_date, updated_by, updated_date, tenant_record_id) VALUES
  ('acc-1', 1, 'meter-1001', 'liisa@koski.example', 'Liisa Koski', '2022-05-02 08:00:00', 'Europe/Helsinki', 'FI', 'UPDATE', 'olga', '2025-03-14 09:00:00', 'olga', '2025-03-14 09:00:00', 1);

INSERT INTO bundles (id, external_key, account_id, original_created_date, created_by, created_date, updated_by, updated_date, account_record_id, tenant_record_id) VALUES
  ('bu-1', 'site-koski', 'acc-1', '2022-05-02 08:05:00', 'olga', '2022-05-02 08:05:00', 'olga', '2022-05-02 08:05:00', 1, 1);

INSERT INTO subscriptions (id, bundle_id, external_key, category, start_date, bundle_start_date, created_by, created_date, updated_by, updated_date, account_record_id, tenant_record_id) VALUES
  ('su-1', 'bu-1', 'site-koski-1', 'BASE', '2022-05-02 08:05:00', '2022-05-02 08:05:00', 'olga', '2022-05-02 08:05:00', 'olga', '2022-05-02 08:05:00', 1, 1);

INSERT INTO invoices (id, account_id, invoice_date, currency, status, migrated, parent_invoice, grp_id, created_by, created_date, account_record_id, tenant_record_id) VALUES
  ('in-1', 'acc-1', '2022-06-02', 'EUR', 'COMMITTED', FALSE, FALSE, 'in-1', 'invoicer', '2022-06-02 01:00:00', 1, 1),
  ('in-2', 'acc-3', '2026-01-01', 'USD', 'COMMITTED', FALSE, FALSE, 'in-2', 'invoicer', '2026-01-01 01:00:00', 3, 1);

INSERT INTO invoice_items (id, type, invoice_id, account_id, description, amount, currency, created_by, created_date, account_record_id, tenant_record_id) VALUES
  ('it-1', 'RECURRING', 'in-1', 'acc-1', 'standard-monthly', 49.90, 'EUR', 'invoicer', '2022-06-02 01:00:00', 1, 1),
  ('it-2', 'RECURRING', 'in-2', 'acc-3', 'standard-monthly', 59.90, 'USD', 'invoicer', '2026-01-01 01:00:00', 3, 1);

INSERT INTO payment_methods (id, external_key, account_id, plugin_name, created_by, created_date, updated_by, updated_date, account_record_id, tenant_record_id) VALUES
  ('pm-1', 'pm_9f81c2', 'acc-1', 'cardgate', 'olga', '2022-05-02 08:10:00', 'olga', '2022-05-02 08:10:00', 1, 1),
  ('pm-3', 'pm_77b0aa', 'acc-3', 'cardgate', 'otto', '2025-11-30 20:10:00', 'otto', '2025-11-30 20:10:00', 3, 1);

INSERT INTO payments (id, account_id, payment_method_id, external_key, created_by, created_date, updated_by, updated_date, account_record_id, tenant_record_id) VALUES
  ('pa-1', 'acc-1', 'pm-1', 'pay-1', 'payer', '2022-06-02 01:05:00', 'payer', '2022-06-02 01:05:00', 1, 1);

INSERT INTO payment_attempts (id, account_id, payment_method_id, payment_external_key, transaction_external_key, transaction_type, state_name, amount, currency, plugin_name, plugin_properties, created_by, created_date, updated_by, updated_date, account_record_id, tenant_record_id) VALUES
  ('at-1', 'acc-1', 'pm-1', 'pay-1', 'txn-1', 'PURCHASE', 'SUCCESS', 49.90, 'EUR', 'cardgate', 'token=tok_51c8', 'payer', '2022-06-02 01:05:00', 'payer', '2022-06-02 01:05:00', 1, 1);

INSERT INTO payment_transactions (id, attempt_id, transaction_external_key, transaction_type, effective_date, transaction_status, amount, currency, payment_id, gateway_error_msg, created_by, created_date, updated_by, updated_date, account_record_id, tenant_record_id) VALUES
  ('tx-1', 'at-1', 'txn-1', 'PURCHASE', '2022-06-02 01:05:00', 'SUCCESS', 49.90, 'EUR', 'pa-1', NULL, 'payer', '2022-06-02 01:05:00', 'payer', '2022-06-02 01:05:00', 1, 1);

INSERT INTO bus_events_history (class_name, event_json, created_date, creating_owner, processing_state, search_key1, search_key2) VALUES
  ('org.killbill.billing.payment.api.DefaultPaymentInfoEvent', '{"accountId":"acc-3","amount":59.90,"status":"SUCCESS"}', '2026-11-18 03:00:00', 'node-1', 'PROCESSED', 3, 1);

INSERT INTO notifications_history (class_name, event_json, created_date, creating_owner, processing_state, search_key1, search_key2, queue_name, effective_date) VALUES
  ('org.killbill.billing.invoice.notification.NextBillingDateNotificationKey', '{"uuidKey":"su-1"}', '2026-11-02 03:00:00', 'node-1', 'PROCESSED', 1, 1, 'invoice-service:next-billing-date', '2026-11-02 03:00:00');

-- A hash of 64 bytes in Base64, its salt beside it.
INSERT INTO users (username, password, password_salt, created_date, created_by) VALUES
  ('olga', 'b7Jw0XyLq3mR8tKc5VhNz1PdGf6SaEoU2iQx9YkBvTnZlMpWrHjCgDsFuAyIeO4RtBqNmXzLkJhGfDsApOiUyT==', 'c2FsdC1vZi1vbGdh', '2022-01-10 09:00:00', 'installer'),
  ('otto', 'QmNwExLkR2tYuI9oPaSdF4gHjK7lZxC1vBnM3qWeRtY8uIoP5aSdFgHjK0lZxCvBnMq6WeRtYuIoPaSdFgHjKw==', 'c2FsdC1vZi1vdHRv', '2024-01-10 09:00:00', 'olga');

INSERT INTO user_roles (username, role_name, created_date, created_by) VALUES
  ('olga', 'admin', '2022-01-10 09:00:00', 'installer'),
  ('otto', 'invoicing', '2024-01-10 09:00:00', 'olga');

INSERT INTO sessions (id, start_timestamp, last_access_time, timeout, host, session_data) VALUES
  ('se-1', '2026-11-22 08:00:00', '2026-11-22 11:40:00', 3600000, '192.0.2.40', 'opaque');

INSERT INTO audit_log (id, target_record_id, table_name, change_type, created_date, created_by, comments, account_record_id, tenant_record_id) VALUES
  ('au-1', 3, 'ACCOUNT', 'UPDATE', '2026-01-11 20:00:00', 'otto', 'moved house', 3, 1),
  ('au-2', 1, 'INVOICES', 'INSERT', '2026-01-01 01:00:00', 'invoicer', NULL, 1, 1);

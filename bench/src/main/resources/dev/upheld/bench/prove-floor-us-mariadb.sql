-- The questions that `upheld prove examples/demo` asks of MariaDB, written by hand and tuned: one pass per table
-- and question. Statements end with a semicolon; {now} is the instant of the run.

-- card numbers and account numbers: every column that can hold one
SELECT count(*), sum((octet_length(email) >= 12 AND email RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(name) >= 12 AND name RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(phone) >= 12 AND phone RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(address) >= 12 AND address RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(country) >= 12 AND country RLIKE '[0-9]([ .-]?[0-9]){11}')), sum(abs(id) >= 100000000000) FROM account_archive;
SELECT count(*), sum((octet_length(email) >= 15 AND email RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(name) >= 15 AND name RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(phone) >= 15 AND phone RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(address) >= 15 AND address RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(country) >= 15 AND country RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM account_archive;
SELECT count(*), sum((octet_length(login) >= 12 AND login RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(email) >= 12 AND email RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(title) >= 12 AND title RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(name) >= 12 AND name RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(phone) >= 12 AND phone RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(address) >= 12 AND address RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(country) >= 12 AND country RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(password_hash) >= 12 AND password_hash RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(totp_secret) >= 12 AND totp_secret RLIKE '[0-9]([ .-]?[0-9]){11}')), sum(abs(id) >= 100000000000) FROM account;
SELECT count(*), sum((octet_length(login) >= 15 AND login RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(email) >= 15 AND email RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(title) >= 15 AND title RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(name) >= 15 AND name RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(phone) >= 15 AND phone RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(address) >= 15 AND address RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(country) >= 15 AND country RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(password_hash) >= 15 AND password_hash RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(totp_secret) >= 15 AND totp_secret RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM account;
SELECT count(*), sum((octet_length(name) >= 12 AND name RLIKE '[0-9]([ .-]?[0-9]){11}') OR settings RLIKE '[0-9]([ .-]?[0-9]){11}'), sum(abs(id) >= 100000000000 OR abs(account_id) >= 100000000000) FROM application;
SELECT count(*), sum((octet_length(name) >= 15 AND name RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR settings RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM application;
SELECT count(*), sum((octet_length(username) >= 12 AND username RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(password) >= 12 AND password RLIKE '[0-9]([ .-]?[0-9]){11}')), sum(abs(id) >= 100000000000 OR abs(account_id) >= 100000000000) FROM file_access;
SELECT count(*), sum((octet_length(username) >= 15 AND username RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(password) >= 15 AND password RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM file_access;
SELECT count(*), sum((octet_length(number) >= 12 AND number RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(billing_name) >= 12 AND billing_name RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(billing_address) >= 12 AND billing_address RLIKE '[0-9]([ .-]?[0-9]){11}') OR `lines` RLIKE '[0-9]([ .-]?[0-9]){11}'), sum(abs(id) >= 100000000000 OR abs(account_id) >= 100000000000 OR abs(total) >= 100000000000) FROM invoice;
SELECT count(*), sum((octet_length(number) >= 15 AND number RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(billing_name) >= 15 AND billing_name RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(billing_address) >= 15 AND billing_address RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR `lines` RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM invoice;
SELECT count(*), sum((octet_length(role) >= 12 AND role RLIKE '[0-9]([ .-]?[0-9]){11}')), sum(abs(account_id) >= 100000000000 OR abs(organisation_id) >= 100000000000) FROM membership;
SELECT count(*), sum((octet_length(role) >= 12 AND role RLIKE '[0-9]([ .-]?[0-9]){11}')), sum(abs(account_id) >= 100000000000 OR abs(organisation_id) >= 100000000000) FROM membership_archive;
SELECT count(*), sum((octet_length(role) >= 15 AND role RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM membership;
SELECT count(*), sum((octet_length(role) >= 15 AND role RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM membership_archive;
SELECT count(*), sum((octet_length(body) >= 12 AND body RLIKE '[0-9]([ .-]?[0-9]){11}')), sum(abs(id) >= 100000000000 OR abs(ticket_id) >= 100000000000) FROM message;
SELECT count(*), sum((octet_length(body) >= 15 AND body RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM message;
SELECT count(*), sum((octet_length(name) >= 12 AND name RLIKE '[0-9]([ .-]?[0-9]){11}')), sum(abs(id) >= 100000000000) FROM organisation;
SELECT count(*), sum((octet_length(name) >= 12 AND name RLIKE '[0-9]([ .-]?[0-9]){11}')), sum(abs(id) >= 100000000000 OR abs(account_id) >= 100000000000) FROM application_archive;
SELECT count(*), sum((octet_length(username) >= 12 AND username RLIKE '[0-9]([ .-]?[0-9]){11}')), sum(abs(id) >= 100000000000 OR abs(account_id) >= 100000000000) FROM file_access_archive;
SELECT count(*), sum((octet_length(name) >= 15 AND name RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM organisation;
SELECT count(*), sum((octet_length(name) >= 15 AND name RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM application_archive;
SELECT count(*), sum((octet_length(username) >= 15 AND username RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM file_access_archive;
SELECT count(*), sum((octet_length(method) >= 12 AND method RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(iban) >= 12 AND iban RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(reference) >= 12 AND reference RLIKE '[0-9]([ .-]?[0-9]){11}')), sum(abs(id) >= 100000000000 OR abs(invoice_id) >= 100000000000 OR abs(amount) >= 100000000000 OR abs(settlement) >= 100000000000) FROM payment;
SELECT count(*), sum((octet_length(method) >= 15 AND method RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(iban) >= 15 AND iban RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(reference) >= 15 AND reference RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM payment;
SELECT count(*), sum((octet_length(code) >= 12 AND code RLIKE '[0-9]([ .-]?[0-9]){11}')), sum(abs(id) >= 100000000000 OR abs(monthly_price) >= 100000000000) FROM plan;
SELECT count(*), sum((octet_length(code) >= 15 AND code RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM plan;
SELECT count(*), sum((octet_length(method) >= 12 AND method RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(path) >= 12 AND path RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(trace) >= 12 AND trace RLIKE '[0-9]([ .-]?[0-9]){11}')), sum(abs(id) >= 100000000000 OR abs(logged_at) >= 100000000000 OR abs(client) >= 100000000000) FROM request_log;
SELECT count(*), sum((octet_length(method) >= 15 AND method RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(path) >= 15 AND path RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(trace) >= 15 AND trace RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM request_log;
SELECT count(*), sum((octet_length(login) >= 12 AND login RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(kind) >= 12 AND kind RLIKE '[0-9]([ .-]?[0-9]){11}') OR detail RLIKE '[0-9]([ .-]?[0-9]){11}'), sum(abs(id) >= 100000000000 OR abs(account_id) >= 100000000000 OR abs(happened_at) >= 100000000000) FROM security_event;
SELECT count(*), sum((octet_length(login) >= 15 AND login RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(kind) >= 15 AND kind RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR detail RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM security_event;
SELECT count(*), sum((octet_length(contact_email) >= 12 AND contact_email RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(callback_phone) >= 12 AND callback_phone RLIKE '[0-9]([ .-]?[0-9]){11}') OR (octet_length(subject) >= 12 AND subject RLIKE '[0-9]([ .-]?[0-9]){11}') OR details RLIKE '[0-9]([ .-]?[0-9]){11}'), sum(abs(id) >= 100000000000 OR abs(account_id) >= 100000000000) FROM ticket;
SELECT count(*), sum((octet_length(contact_email) >= 15 AND contact_email RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(callback_phone) >= 15 AND callback_phone RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(subject) >= 15 AND subject RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR details RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM ticket;
SELECT count(*), sum((octet_length(made) >= 12 AND made RLIKE '[0-9]([ .-]?[0-9]){11}')), sum(abs(made_for) >= 100000000000) FROM upheld_demo;
SELECT count(*), sum((octet_length(made) >= 15 AND made RLIKE '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM upheld_demo;

-- retention
SELECT count(*), sum(t.contract_ended_at < {now} AND t.verified_at IS NOT NULL), sum(t.contract_ended_at > {now} + interval 1 day), min(t.contract_ended_at) FROM account t ;
SELECT count(*), sum(a.contract_ended_at < {now}), sum(a.contract_ended_at > {now} + interval 1 day), min(a.contract_ended_at) FROM application t LEFT JOIN account a ON a.id = t.account_id;
SELECT count(*), sum(a.contract_ended_at < {now}), sum(a.contract_ended_at > {now} + interval 1 day), min(a.contract_ended_at) FROM file_access t LEFT JOIN account a ON a.id = t.account_id;
SELECT count(*), sum(a.contract_ended_at < {now}), sum(a.contract_ended_at > {now} + interval 1 day), min(a.contract_ended_at) FROM membership t LEFT JOIN account a ON a.id = t.account_id;
SELECT count(*), sum(t.closed_at < {now}), sum(t.closed_at > {now} + interval 1 day), min(t.closed_at) FROM organisation t ;
SELECT count(*), sum(t.contract_ended_at < {now} - interval 5 year), sum(t.contract_ended_at > {now} + interval 1 day), min(t.contract_ended_at) FROM account_archive t ;
SELECT count(*), sum(t.contract_ended_at < {now} - interval 5 year), sum(t.contract_ended_at > {now} + interval 1 day), min(t.contract_ended_at) FROM membership_archive t ;
SELECT count(*), sum(t.contract_ended_at < {now} - interval 5 year), sum(t.contract_ended_at > {now} + interval 1 day), min(t.contract_ended_at) FROM application_archive t ;
SELECT count(*), sum(t.contract_ended_at < {now} - interval 5 year), sum(t.contract_ended_at > {now} + interval 1 day), min(t.contract_ended_at) FROM file_access_archive t ;
SELECT count(*), sum(t.created_at < {now} - interval 30 day), sum(t.created_at > {now} + interval 1 day), min(t.created_at) FROM account t WHERE t.verified_at IS NULL;
SELECT count(*), sum(t.year_closed_on < {now} - interval 10 year), sum(t.year_closed_on > {now} + interval 1 day), min(t.year_closed_on) FROM invoice t ;
SELECT count(*), sum(i.year_closed_on < {now} - interval 10 year), sum(i.year_closed_on > {now} + interval 1 day), min(i.year_closed_on) FROM payment t LEFT JOIN invoice i ON i.id = t.invoice_id;
SELECT count(*), sum(t.sent_at < {now} - interval 24 month AND k.closed_at < {now} - interval 12 month), sum(t.sent_at > {now} + interval 1 day), min(t.sent_at) FROM message t LEFT JOIN ticket k ON k.id = t.ticket_id;
SELECT count(*), sum(coalesce(m.at, t.created_at) < {now} - interval 24 month AND t.closed_at < {now} - interval 12 month), sum(m.at > {now} + interval 1 day), min(m.at) FROM ticket t LEFT JOIN (SELECT ticket_id, max(sent_at) AS at FROM message GROUP BY ticket_id) m ON m.ticket_id = t.id;
SELECT count(*), sum(happened_at < unix_timestamp({now} - interval 1 year)), min(happened_at) FROM security_event;
SELECT count(*), sum(logged_at < 1000 * unix_timestamp({now} - interval 30 day)), min(logged_at) FROM request_log;
-- forms of values
SELECT count(*), sum(password_hash NOT RLIKE '^([$]2[abxy][$][0-9]{2}[$][./A-Za-z0-9]{53}|[$]argon2(id|i|d)[$].+|[$][56][$].+|[$]pbkdf2.+|pbkdf2_sha256[$].+|[$]s[01c].+)$') FROM account;
SELECT count(*), sum(password NOT RLIKE '^([$]2[abxy][$][0-9]{2}[$][./A-Za-z0-9]{53}|[$]argon2(id|i|d)[$].+|[$][56][$].+|[$]pbkdf2.+|pbkdf2_sha256[$].+|[$]s[01c].+)$') FROM file_access;
SELECT count(*), sum(client & 65535 <> 0) FROM request_log;
-- the second factor, and where people reside
SELECT count(*), count(totp_secret) FROM account;
SELECT country, count(*) FROM account GROUP BY country;
SELECT country, count(*) FROM account_archive GROUP BY country;
SELECT a.country, count(*) FROM application t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM file_access t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM invoice t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM membership t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM membership_archive t LEFT JOIN account_archive a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM application_archive t LEFT JOIN account_archive a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM file_access_archive t LEFT JOIN account_archive a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM security_event t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM ticket t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM message t LEFT JOIN ticket k ON k.id = t.ticket_id LEFT JOIN account a ON a.id = k.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM payment t LEFT JOIN invoice i ON i.id = t.invoice_id LEFT JOIN account a ON a.id = i.account_id GROUP BY a.country;
-- what two stores share: their values as hashes, compared on the way
SELECT DISTINCT md5(login) AS hash FROM account WHERE login IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(email) AS hash FROM account WHERE email IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(title) AS hash FROM account WHERE title IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(name) AS hash FROM account WHERE name IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(phone) AS hash FROM account WHERE phone IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(totp_secret) AS hash FROM account WHERE totp_secret IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(email) AS hash FROM account_archive WHERE email IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(name) AS hash FROM account_archive WHERE name IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(phone) AS hash FROM account_archive WHERE phone IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(username) AS hash FROM file_access WHERE username IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(username) AS hash FROM file_access_archive WHERE username IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(billing_name) AS hash FROM invoice WHERE billing_name IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(iban) AS hash FROM payment WHERE iban IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(login) AS hash FROM security_event WHERE login IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(ip) AS hash FROM security_event WHERE ip IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(contact_email) AS hash FROM ticket WHERE contact_email IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(callback_phone) AS hash FROM ticket WHERE callback_phone IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(ip) AS hash FROM ticket WHERE ip IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(method) AS hash FROM request_log WHERE method IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(path) AS hash FROM request_log WHERE path IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(trace) AS hash FROM request_log WHERE trace IS NOT NULL ORDER BY hash;

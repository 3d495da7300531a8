-- The questions that `upheld prove examples/demo` asks of PostgreSQL, written by hand and tuned: one pass per table
-- and question. Statements end with a semicolon; {now} is the instant of the run.

-- card numbers and account numbers: every column that can hold one
SELECT count(*), count(*) FILTER (WHERE (octet_length(email) >= 12 AND email ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(name) >= 12 AND name ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(phone) >= 12 AND phone ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(address) >= 12 AND address ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(country) >= 12 AND country ~ '[0-9]([ .-]?[0-9]){11}')), count(*) FILTER (WHERE abs(id) >= 100000000000) FROM archive.account;
SELECT count(*), count(*) FILTER (WHERE (octet_length(email) >= 15 AND email ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(name) >= 15 AND name ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(phone) >= 15 AND phone ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(address) >= 15 AND address ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(country) >= 15 AND country ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM archive.account;
SELECT count(*), count(*) FILTER (WHERE (octet_length(login) >= 12 AND login ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(email) >= 12 AND email ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(title) >= 12 AND title ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(name) >= 12 AND name ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(phone) >= 12 AND phone ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(address) >= 12 AND address ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(country) >= 12 AND country ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(password_hash) >= 12 AND password_hash ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(totp_secret) >= 12 AND totp_secret ~ '[0-9]([ .-]?[0-9]){11}')), count(*) FILTER (WHERE abs(id) >= 100000000000) FROM public.account;
SELECT count(*), count(*) FILTER (WHERE (octet_length(login) >= 15 AND login ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(email) >= 15 AND email ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(title) >= 15 AND title ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(name) >= 15 AND name ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(phone) >= 15 AND phone ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(address) >= 15 AND address ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(country) >= 15 AND country ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(password_hash) >= 15 AND password_hash ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(totp_secret) >= 15 AND totp_secret ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM public.account;
SELECT count(*), count(*) FILTER (WHERE (octet_length(name) >= 12 AND name ~ '[0-9]([ .-]?[0-9]){11}') OR settings::text ~ '[0-9]([ .-]?[0-9]){11}'), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(account_id) >= 100000000000) FROM public.application;
SELECT count(*), count(*) FILTER (WHERE (octet_length(name) >= 15 AND name ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR settings::text ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.application;
SELECT count(*), count(*) FILTER (WHERE (octet_length(username) >= 12 AND username ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(password) >= 12 AND password ~ '[0-9]([ .-]?[0-9]){11}')), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(account_id) >= 100000000000) FROM public.file_access;
SELECT count(*), count(*) FILTER (WHERE (octet_length(username) >= 15 AND username ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(password) >= 15 AND password ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM public.file_access;
SELECT count(*), count(*) FILTER (WHERE (octet_length(number) >= 12 AND number ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(billing_name) >= 12 AND billing_name ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(billing_address) >= 12 AND billing_address ~ '[0-9]([ .-]?[0-9]){11}') OR lines::text ~ '[0-9]([ .-]?[0-9]){11}'), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(account_id) >= 100000000000 OR abs(total) >= 100000000000) FROM public.invoice;
SELECT count(*), count(*) FILTER (WHERE (octet_length(number) >= 15 AND number ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(billing_name) >= 15 AND billing_name ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(billing_address) >= 15 AND billing_address ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR lines::text ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.invoice;
SELECT count(*), count(*) FILTER (WHERE (octet_length(role) >= 12 AND role ~ '[0-9]([ .-]?[0-9]){11}')), count(*) FILTER (WHERE abs(account_id) >= 100000000000 OR abs(organisation_id) >= 100000000000) FROM public.membership;
SELECT count(*), count(*) FILTER (WHERE (octet_length(role) >= 12 AND role ~ '[0-9]([ .-]?[0-9]){11}')), count(*) FILTER (WHERE abs(account_id) >= 100000000000 OR abs(organisation_id) >= 100000000000) FROM archive.membership;
SELECT count(*), count(*) FILTER (WHERE (octet_length(role) >= 15 AND role ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM public.membership;
SELECT count(*), count(*) FILTER (WHERE (octet_length(role) >= 15 AND role ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM archive.membership;
SELECT count(*), count(*) FILTER (WHERE (octet_length(body) >= 12 AND body ~ '[0-9]([ .-]?[0-9]){11}')), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(ticket_id) >= 100000000000) FROM public.message;
SELECT count(*), count(*) FILTER (WHERE (octet_length(body) >= 15 AND body ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM public.message;
SELECT count(*), count(*) FILTER (WHERE (octet_length(name) >= 12 AND name ~ '[0-9]([ .-]?[0-9]){11}')), count(*) FILTER (WHERE abs(id) >= 100000000000) FROM public.organisation;
SELECT count(*), count(*) FILTER (WHERE (octet_length(name) >= 12 AND name ~ '[0-9]([ .-]?[0-9]){11}')), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(account_id) >= 100000000000) FROM archive.application;
SELECT count(*), count(*) FILTER (WHERE (octet_length(username) >= 12 AND username ~ '[0-9]([ .-]?[0-9]){11}')), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(account_id) >= 100000000000) FROM archive.file_access;
SELECT count(*), count(*) FILTER (WHERE (octet_length(name) >= 15 AND name ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM public.organisation;
SELECT count(*), count(*) FILTER (WHERE (octet_length(name) >= 15 AND name ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM archive.application;
SELECT count(*), count(*) FILTER (WHERE (octet_length(username) >= 15 AND username ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM archive.file_access;
SELECT count(*), count(*) FILTER (WHERE (octet_length(method) >= 12 AND method ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(iban) >= 12 AND iban ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(reference) >= 12 AND reference ~ '[0-9]([ .-]?[0-9]){11}')), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(invoice_id) >= 100000000000 OR abs(amount) >= 100000000000 OR abs(settlement) >= 100000000000) FROM public.payment;
SELECT count(*), count(*) FILTER (WHERE (octet_length(method) >= 15 AND method ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(iban) >= 15 AND iban ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(reference) >= 15 AND reference ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM public.payment;
SELECT count(*), count(*) FILTER (WHERE (octet_length(code) >= 12 AND code ~ '[0-9]([ .-]?[0-9]){11}')), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(monthly_price) >= 100000000000) FROM public.plan;
SELECT count(*), count(*) FILTER (WHERE (octet_length(code) >= 15 AND code ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM public.plan;
SELECT count(*), count(*) FILTER (WHERE (octet_length(method) >= 12 AND method ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(path) >= 12 AND path ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(trace) >= 12 AND trace ~ '[0-9]([ .-]?[0-9]){11}')), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(logged_at) >= 100000000000 OR abs(client) >= 100000000000) FROM public.request_log;
SELECT count(*), count(*) FILTER (WHERE (octet_length(method) >= 15 AND method ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(path) >= 15 AND path ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(trace) >= 15 AND trace ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM public.request_log;
SELECT count(*), count(*) FILTER (WHERE (octet_length(login) >= 12 AND login ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(kind) >= 12 AND kind ~ '[0-9]([ .-]?[0-9]){11}') OR detail::text ~ '[0-9]([ .-]?[0-9]){11}'), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(account_id) >= 100000000000 OR abs(happened_at) >= 100000000000) FROM public.security_event;
SELECT count(*), count(*) FILTER (WHERE (octet_length(login) >= 15 AND login ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(kind) >= 15 AND kind ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR detail::text ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.security_event;
SELECT count(*), count(*) FILTER (WHERE (octet_length(contact_email) >= 12 AND contact_email ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(callback_phone) >= 12 AND callback_phone ~ '[0-9]([ .-]?[0-9]){11}') OR (octet_length(subject) >= 12 AND subject ~ '[0-9]([ .-]?[0-9]){11}') OR details::text ~ '[0-9]([ .-]?[0-9]){11}'), count(*) FILTER (WHERE abs(id) >= 100000000000 OR abs(account_id) >= 100000000000) FROM public.ticket;
SELECT count(*), count(*) FILTER (WHERE (octet_length(contact_email) >= 15 AND contact_email ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(callback_phone) >= 15 AND callback_phone ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR (octet_length(subject) >= 15 AND subject ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') OR details::text ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}') FROM public.ticket;
SELECT count(*), count(*) FILTER (WHERE (octet_length(made) >= 12 AND made ~ '[0-9]([ .-]?[0-9]){11}')), count(*) FILTER (WHERE abs(made_for) >= 100000000000) FROM public.upheld_demo;
SELECT count(*), count(*) FILTER (WHERE (octet_length(made) >= 15 AND made ~ '[A-Za-z]{2}[ ]?[0-9]{2}([ ]?[A-Za-z0-9]){11}')) FROM public.upheld_demo;

-- retention
SELECT count(*), count(*) FILTER (WHERE t.contract_ended_at < {now}::timestamptz AND t.verified_at IS NOT NULL), count(*) FILTER (WHERE t.contract_ended_at > {now}::timestamptz + interval '1 day'), min(t.contract_ended_at) FROM account t ;
SELECT count(*), count(*) FILTER (WHERE a.contract_ended_at < {now}::timestamptz), count(*) FILTER (WHERE a.contract_ended_at > {now}::timestamptz + interval '1 day'), min(a.contract_ended_at) FROM application t LEFT JOIN account a ON a.id = t.account_id;
SELECT count(*), count(*) FILTER (WHERE a.contract_ended_at < {now}::timestamptz), count(*) FILTER (WHERE a.contract_ended_at > {now}::timestamptz + interval '1 day'), min(a.contract_ended_at) FROM file_access t LEFT JOIN account a ON a.id = t.account_id;
SELECT count(*), count(*) FILTER (WHERE a.contract_ended_at < {now}::timestamptz), count(*) FILTER (WHERE a.contract_ended_at > {now}::timestamptz + interval '1 day'), min(a.contract_ended_at) FROM membership t LEFT JOIN account a ON a.id = t.account_id;
SELECT count(*), count(*) FILTER (WHERE t.closed_at < {now}::timestamptz), count(*) FILTER (WHERE t.closed_at > {now}::timestamptz + interval '1 day'), min(t.closed_at) FROM organisation t ;
SELECT count(*), count(*) FILTER (WHERE t.contract_ended_at < {now}::timestamptz - interval '5 years'), count(*) FILTER (WHERE t.contract_ended_at > {now}::timestamptz + interval '1 day'), min(t.contract_ended_at) FROM archive.account t ;
SELECT count(*), count(*) FILTER (WHERE t.contract_ended_at < {now}::timestamptz - interval '5 years'), count(*) FILTER (WHERE t.contract_ended_at > {now}::timestamptz + interval '1 day'), min(t.contract_ended_at) FROM archive.membership t ;
SELECT count(*), count(*) FILTER (WHERE t.contract_ended_at < {now}::timestamptz - interval '5 years'), count(*) FILTER (WHERE t.contract_ended_at > {now}::timestamptz + interval '1 day'), min(t.contract_ended_at) FROM archive.application t ;
SELECT count(*), count(*) FILTER (WHERE t.contract_ended_at < {now}::timestamptz - interval '5 years'), count(*) FILTER (WHERE t.contract_ended_at > {now}::timestamptz + interval '1 day'), min(t.contract_ended_at) FROM archive.file_access t ;
SELECT count(*), count(*) FILTER (WHERE t.created_at < {now}::timestamptz - interval '30 days'), count(*) FILTER (WHERE t.created_at > {now}::timestamptz + interval '1 day'), min(t.created_at) FROM account t WHERE t.verified_at IS NULL;
SELECT count(*), count(*) FILTER (WHERE t.year_closed_on < {now}::timestamptz - interval '10 years'), count(*) FILTER (WHERE t.year_closed_on > {now}::timestamptz + interval '1 day'), min(t.year_closed_on) FROM invoice t ;
SELECT count(*), count(*) FILTER (WHERE i.year_closed_on < {now}::timestamptz - interval '10 years'), count(*) FILTER (WHERE i.year_closed_on > {now}::timestamptz + interval '1 day'), min(i.year_closed_on) FROM payment t LEFT JOIN invoice i ON i.id = t.invoice_id;
SELECT count(*), count(*) FILTER (WHERE t.sent_at < {now}::timestamptz - interval '24 months' AND k.closed_at < {now}::timestamptz - interval '12 months'), count(*) FILTER (WHERE t.sent_at > {now}::timestamptz + interval '1 day'), min(t.sent_at) FROM message t LEFT JOIN ticket k ON k.id = t.ticket_id;
SELECT count(*), count(*) FILTER (WHERE coalesce(m.at, t.created_at) < {now}::timestamptz - interval '24 months' AND t.closed_at < {now}::timestamptz - interval '12 months'), count(*) FILTER (WHERE m.at > {now}::timestamptz + interval '1 day'), min(m.at) FROM ticket t LEFT JOIN (SELECT ticket_id, max(sent_at) AS at FROM message GROUP BY ticket_id) m ON m.ticket_id = t.id;
SELECT count(*), count(*) FILTER (WHERE happened_at < extract(epoch FROM {now}::timestamptz - interval '1 year')), min(happened_at) FROM security_event;
SELECT count(*), count(*) FILTER (WHERE logged_at < 1000 * extract(epoch FROM {now}::timestamptz - interval '30 days')), min(logged_at) FROM request_log;
-- forms of values
SELECT count(*), count(*) FILTER (WHERE password_hash !~ '^(\$2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}|\$argon2(id|i|d)\$.+|\$[56]\$.+|\$pbkdf2.+|pbkdf2_sha256\$.+|\$s[01c].+)$') FROM account;
SELECT count(*), count(*) FILTER (WHERE password !~ '^(\$2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}|\$argon2(id|i|d)\$.+|\$[56]\$.+|\$pbkdf2.+|pbkdf2_sha256\$.+|\$s[01c].+)$') FROM file_access;
SELECT count(*), count(*) FILTER (WHERE client & 65535 <> 0) FROM request_log;
-- the second factor, and where people reside
SELECT count(*), count(totp_secret) FROM account;
SELECT country, count(*) FROM account GROUP BY country;
SELECT country, count(*) FROM archive.account GROUP BY country;
SELECT a.country, count(*) FROM application t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM file_access t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM invoice t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM membership t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM archive.membership t LEFT JOIN archive.account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM archive.application t LEFT JOIN archive.account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM archive.file_access t LEFT JOIN archive.account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM security_event t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM ticket t LEFT JOIN account a ON a.id = t.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM message t LEFT JOIN ticket k ON k.id = t.ticket_id LEFT JOIN account a ON a.id = k.account_id GROUP BY a.country;
SELECT a.country, count(*) FROM payment t LEFT JOIN invoice i ON i.id = t.invoice_id LEFT JOIN account a ON a.id = i.account_id GROUP BY a.country;
-- what two stores share: their values as hashes, compared on the way
SELECT DISTINCT md5(login) AS hash FROM public.account WHERE login IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(email) AS hash FROM public.account WHERE email IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(title) AS hash FROM public.account WHERE title IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(name) AS hash FROM public.account WHERE name IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(phone) AS hash FROM public.account WHERE phone IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(totp_secret) AS hash FROM public.account WHERE totp_secret IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(email) AS hash FROM archive.account WHERE email IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(name) AS hash FROM archive.account WHERE name IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(phone) AS hash FROM archive.account WHERE phone IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(username) AS hash FROM public.file_access WHERE username IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(username) AS hash FROM archive.file_access WHERE username IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(billing_name) AS hash FROM public.invoice WHERE billing_name IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(iban) AS hash FROM public.payment WHERE iban IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(login) AS hash FROM public.security_event WHERE login IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(host(ip)) AS hash FROM public.security_event WHERE ip IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(contact_email) AS hash FROM public.ticket WHERE contact_email IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(callback_phone) AS hash FROM public.ticket WHERE callback_phone IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(host(ip)) AS hash FROM public.ticket WHERE ip IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(method) AS hash FROM public.request_log WHERE method IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(path) AS hash FROM public.request_log WHERE path IS NOT NULL ORDER BY hash;
SELECT DISTINCT md5(trace) AS hash FROM public.request_log WHERE trace IS NOT NULL ORDER BY hash;

-- Fictional users of a realm "lodge"; unquoted capitals fit both engines. Written for a present of 2026-11-22.
INSERT INTO USER_ENTITY (ID, EMAIL, EMAIL_CONSTRAINT, EMAIL_VERIFIED, ENABLED, FIRST_NAME, LAST_NAME, REALM_ID, USERNAME, CREATED_TIMESTAMP, SERVICE_ACCOUNT_CLIENT_LINK, NOT_BEFORE) VALUES
  ('u1', 'ines.moreau@lodge.example', 'ines.moreau@lodge.example', TRUE, TRUE, 'Inès', 'Moreau', 'lodge', 'ines', 1704879000000, NULL, 0),
  ('u2', 'teo.laine@guests.example', 'teo.laine@guests.example', TRUE, TRUE, 'Teo', 'Laine', 'lodge', 'teo', 1748872800000, NULL, 0),
  ('u3', 'salma.idrissi@guests.example', 'salma.idrissi@guests.example', FALSE, TRUE, 'Salma', 'Idrissi', 'lodge', 'salma', 1794308400000, NULL, 0),
  ('u4', NULL, 'no-address-u4', FALSE, TRUE, NULL, NULL, 'lodge', 'service-account-shop', 1677657600000, 'shop', 0);

INSERT INTO USER_ATTRIBUTE (ID, NAME, VALUE, USER_ID) VALUES
  ('a1', 'locale', 'fr', 'u1'),
  ('a2', 'phoneNumber', '+33 1 99 00 12 34', 'u1'),
  ('a3', 'locale', 'fi', 'u2');

-- As Keycloak writes them: the hash and its salt in one column, the method and its cost in the other.
INSERT INTO CREDENTIAL (ID, TYPE, USER_ID, CREATED_DATE, USER_LABEL, SECRET_DATA, CREDENTIAL_DATA, PRIORITY) VALUES
  ('c1', 'password', 'u1', 1704879000000, NULL, '{"value":"/Q7AfL0nGmdzhQbTLYTrXo7kqZ7S5VqMh3uSgtPzk8w=","salt":"7pyXx2DRYI0zKYqZkBRoqw==","additionalParameters":{}}', '{"hashIterations":5,"algorithm":"argon2","additionalParameters":{"hashLength":["32"],"memory":["7168"],"type":["id"],"version":["1.3"],"parallelism":["1"]}}', 10),
  ('c2', 'password', 'u2', 1748872800000, NULL, '{"value":"dGvHYcP0mFqLk7cJpXv2bq3QmJzq7l5rXhQmB5dV9sZ0yTnq1RkE4uWbA6cJ8oPqS3xV5zB7nM9aD1fG2hK4lQ==","salt":"mQ2v8Jx0T5rZc1WkYb7NdA==","additionalParameters":{}}', '{"hashIterations":210000,"algorithm":"pbkdf2-sha512","additionalParameters":{}}', 10),
  ('c3', 'otp', 'u2', 1748872900000, 'telephone', '{"value":"4f8hJk2LmNpQrStUvWxY"}', '{"subType":"totp","digits":6,"counter":0,"period":30,"algorithm":"HmacSHA1"}', 20),
  ('c4', 'password', 'u3', 1794308400000, NULL, '{"value":"Kc0e3xJm9Yw1uVb5Tn7Rz2Qp4Ls6Hd8Fg0AaBbCcDdE=","salt":"Zk3tB8vN1mQ5xR7yW2pLsA==","additionalParameters":{}}', '{"hashIterations":5,"algorithm":"argon2","additionalParameters":{"hashLength":["32"],"memory":["7168"],"type":["id"],"version":["1.3"],"parallelism":["1"]}}', 10);

INSERT INTO FEDERATED_IDENTITY (IDENTITY_PROVIDER, REALM_ID, FEDERATED_USER_ID, FEDERATED_USERNAME, TOKEN, USER_ID) VALUES
  ('forge', 'lodge', '880021', 'teo-laine', NULL, 'u2');

INSERT INTO USER_CONSENT (ID, CLIENT_ID, USER_ID, CREATED_DATE, LAST_UPDATED_DATE) VALUES
  ('k1', 'shop', 'u1', 1748872800000, 1773568800000);

INSERT INTO OFFLINE_USER_SESSION (USER_SESSION_ID, USER_ID, REALM_ID, CREATED_ON, OFFLINE_FLAG, DATA, LAST_SESSION_REFRESH, VERSION) VALUES
  ('s1', 'u1', 'lodge', 1788242400, '1', '{"ipAddress":"192.0.2.17","authMethod":"openid-connect","rememberMe":true}', 1795284000, 0),
  ('s2', 'u2', 'lodge', 1794308400, '0', '{"ipAddress":"2001:db8:77::5","authMethod":"openid-connect","rememberMe":false}', 1794308400, 0);

INSERT INTO OFFLINE_CLIENT_SESSION (USER_SESSION_ID, CLIENT_ID, OFFLINE_FLAG, TIMESTAMP, DATA, CLIENT_STORAGE_PROVIDER, EXTERNAL_CLIENT_ID, VERSION) VALUES
  ('s1', 'shop', '1', 1795284000, '{"redirectUri":"https://shop.lodge.example/"}', 'local', 'local', 0);

INSERT INTO REVOKED_TOKEN (ID, EXPIRE) VALUES ('t1', 1796428800);

INSERT INTO EVENT_ENTITY (ID, CLIENT_ID, DETAILS_JSON, ERROR, IP_ADDRESS, REALM_ID, SESSION_ID, EVENT_TIME, TYPE, USER_ID, DETAILS_JSON_LONG_VALUE) VALUES
  ('e1', 'shop', NULL, NULL, '192.0.2.17', 'lodge', 's1', 1788242400000, 'LOGIN', 'u1', '{"auth_method":"openid-connect","username":"ines"}'),
  ('e2', 'shop', NULL, 'invalid_user_credentials', '198.51.100.9', 'lodge', NULL, 1792480500000, 'LOGIN_ERROR', 'u2', '{"username":"teo"}'),
  ('e3', 'shop', NULL, NULL, '2001:db8:77::5', 'lodge', 's2', 1794308400000, 'LOGIN', 'u2', '{"username":"teo"}');

INSERT INTO ADMIN_EVENT_ENTITY (ID, ADMIN_EVENT_TIME, REALM_ID, OPERATION_TYPE, AUTH_REALM_ID, AUTH_CLIENT_ID, AUTH_USER_ID, IP_ADDRESS, RESOURCE_PATH, REPRESENTATION, RESOURCE_TYPE) VALUES
  ('v1', 1769904000000, 'lodge', 'UPDATE', 'lodge', 'security-admin-console', 'u1', '192.0.2.17', 'users/u2', '{"email":"teo.laine@guests.example"}', 'USER'),
  ('v2', 1794308400000, 'lodge', 'ACTION', 'lodge', 'security-admin-console', 'u1', '192.0.2.17', 'users/u3/send-verify-email', NULL, 'USER');

-- Keycloak's changelogs name their authors by mail address, in a table the data map ignores; a promise to hold nothing
-- undeclared is rightly broken by that. Lodge keeps the history without the names.
UPDATE DATABASECHANGELOG SET AUTHOR = 'keycloak';

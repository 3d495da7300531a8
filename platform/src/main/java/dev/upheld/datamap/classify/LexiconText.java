package dev.upheld.datamap.classify;

/**
 * The words themselves: English, French, German, Spanish, Italian, Finnish, with the abbreviations
 * that schemas use, without accents. Terms are those of the Data Privacy Vocabulary 2.3.
 */
final class LexiconText {
  /** term | strength | what the column must hold | names */
  static final String PERSONAL =
      """
      EmailAddress|CERTAIN|WORDS|email, e mail, email address, mail address, courriel, adresse mail, adresse electronique, correo, correo electronico, posta elettronica, sahkoposti, sahkopostiosoite
      EmailAddress|LIKELY|WORDS|bcc, reply to, mail from, rcpt to, sender address, recipient address, envelope from, mail, mel, emails, recipient email, email to, email from
      Name|CERTAIN|WORDS|first name, last name, firstname, lastname, surname, given name, givenname, family name, middle name, maiden name, fname, lname, prenom, nom famille, nom complet, vorname, nachname, familienname, apellido, apellidos, cognome, nome cognome, etunimi, sukunimi, kutsumanimi, firstnames, lastnames, name first, name last, forename, forenames, patronymic, second surname, nom jeune fille, mother maiden name
      Name|LIKELY|WORDS|full name, real name, realname, legal name, preferred name, billing name, shipping name, ship name, ship to name, signatory, signed by, beneficiary, payee, payer, passenger name, guest name, attendee name, manager name, artist name real, contact name, customer name, client name, user full name, person name, employee name, patient name, holder name, cardholder, account holder, raison nom, nom client, nom usage, nombre completo, nombre cliente, nominativo, asiakkaan nimi, recipient name, sender name, author name, author, composer, initials, poster name
      Name|HINT|WORDS|name, nom, nombre, nome, nimi, display name, short name, salutation, civilite, anrede, honorific, name prefix, name suffix, prefix, contact, owner, first, last, responsable, recipient, sender, suffix, middle initial
      Job|HINT|WORDS|title, titre, position, rank title, poste, funktion
      BirthDate|CERTAIN|DAYS|birth date, birthdate, date birth, birthday, birth day, birth year, year birth, dob, d o b, date naissance, naissance, ddn, geburtsdatum, geburtstag, geburtsjahr, geb datum, gebdat, geboren, fecha nacimiento, nacimiento, fnac, data nascita, nascita, compleanno, syntymaaika, syntymapaiva, syntymavuosi, born, born on
      BirthPlace|CERTAIN|WORDS|birth place, place birth, lieu naissance, geburtsort, lugar nacimiento, luogo nascita, syntymapaikka
      BirthCountry|CERTAIN|WORDS|birth country, country birth, pays naissance, geburtsland
      Age|LIKELY|NUMBERS|age, alter jahre, edad, eta anni, ika
      TelephoneNumber|CERTAIN|NUMBERS|telephone, telephone number, phone number, mobile number, mobile phone, cell phone, tel number, numero telephone, telefon, telefonnummer, telefono, handynummer, mobilnummer, numero tel, puhelin, puhelinnumero, matkapuhelin, msisdn, cellulare
      TelephoneNumber|LIKELY|NUMBERS|phone, mobile, cell, tel, gsm, fax, portable, handy, movil, faksi, hotline number, caller, phones
      PhysicalAddress|CERTAIN|WORDS|postal address, home address, street address, mailing address, billing address, shipping address, delivery address, adresse postale, adresse facturation, adresse livraison, anschrift, lieferadresse, rechnungsadresse, postanschrift, direccion postal, domicilio, indirizzo, indirizzo residenza, kotiosoite, postiosoite, katuosoite
      PhysicalAddress|HINT|WORDS|building, apartment, floor number, lieu dit, unit number
      PhysicalAddress|LIKELY|WORDS|ship address, billing street, shipping street, shipping zip, billing zip, address, addr, address line, adresse, direccion, osoite, addresses
      Street|CERTAIN|WORDS|street, street name, strasse, hausnummer, house number, numero rue, calle, via civico, katu
      Street|HINT|WORDS|rue, via
      PostalCode|LIKELY|WORDS|postal code, postcode, post code, zip code, zipcode, zip, code postal, plz, postleitzahl, codigo postal, cap codice, postinumero, billing postal code
      City|HINT|WORDS|city, town, ville, commune, stadt, ort, ciudad, citta, kaupunki, kunta, postitoimipaikka, suburb, hometown, village, ship city, bill city
      Region|HINT|WORDS|locality, localite, district, state, province, region, county, departement, bundesland, provincia, lani, state or province, state province, ship region
      City|LIKELY|WORDS|billing city, billing state, billing region, shipping city, shipping state, home town, home city, city residence, ville residence, wohnort
      Country|LIKELY|WORDS|billing country, shipping country, country residence, home country, pays residence
      Country|HINT|WORDS|country code, ship country, country, pays, land, pais, paese, maa
      Nationality|CERTAIN|WORDS|nationality, nationalite, staatsangehorigkeit, nacionalidad, nazionalita, kansalaisuus, citizenship
      Username|LIKELY|WORDS|nick, jid, whodunnit, local part, login id, logon id, user login, login, user name, username, login name, screen name, pseudo, benutzername, nombre usuario, nome utente, kayttajatunnus, kayttajanimi, identifiant connexion, account name
      Username|HINT|WORDS|handle, identifiant, user, usuario, utente, alias, nicename, user nicename, screenname, user label, login key
      Password|CERTAIN|WORDS|newpassword, oldpassword, userpassword, password, passwd, pwd, pass word, passphrase, password hash, mot passe, mdp, passwort, kennwort, contrasena, salasana, pw hash, hashed password, encrypted password, passcode
      Authenticating|CERTAIN|WORDS|email token, mail token, password token, reset token, email key
      Authenticating|HINT|WORDS|token, secret, salt, api key, apikey, auth key, authkey, private key, otp, credential, credentials, secret data, credential data, auth data, activation key, activation code, verification code, backup codes, secure key, auth token, validation token, hashed token, public key, challenge, nonce
      Authenticating|LIKELY|WORDS|authorization code, two factor, totp, mfa secret, recovery token, activation token, verification token, invite token, login token, security stamp, webauthn, totp secret, otp secret, mfa secret, two factor secret, recovery code, recovery codes, security answer, secret answer, secret question, security question, api token, access token, refresh token, reset token, confirmation token, remember token, session token
      PINCode|LIKELY|NUMBERS|pin, pin code, pincode
      IPAddress|HINT|ADDRESSES|reverse dns, remote host
      IPAddress|CERTAIN|ADDRESSES|ip, ip address, user host, visitor ip, last ip, poster ip, author ip, location ip, created ip, registration ip, ipv, ip hash, ipaddress, ipaddr, ip addr, remote addr, remote address, client ip, source ip, src ip, user ip, adresse ip, ip adresse, direccion ip, indirizzo ip, ip osoite, x forwarded for, login ip, signup ip
      MACAddress|CERTAIN|WORDS|mac address, mac addr, adresse mac, imei, imsi
      UserAgent|LIKELY|WORDS|user agent, useragent, http user agent, browser agent, agent string
      UserAgent|HINT|WORDS|agent, user device, referer, referrer, http referer, browser version, operating system, screen resolution, device type, device model, page url, landing page, request uri, entry page
      BrowserFingerprint|LIKELY|WORDS|browser fingerprint, device fingerprint, canvas fingerprint
      BrowserFingerprint|HINT|WORDS|browser, navigateur, fingerprint
      UID|LIKELY|WORDS|visitor id, device id, anonymous id, client uid, advertising id, idfa, gaid, visitor uuid, pseudonym, fingerprint id, device token, push token, device identifier, openid, open id, broker session id, ldap dn, distinguished name, device serial, idvisitor
      UID|HINT|WORDS|cookie id, cookie, tracking id, device
      Identifying|HINT|WORDS|external key, external id, external ref, external reference, customer number, customer no, member number, kundennummer, numero client, external identifier
      GPSCoordinate|HINT|NUMBERS|latitude, longitude, lat, lng, lon, gps, geo point, geolocation, coordinates, breitengrad, langengrad, latitud, longitud, latitudine, longitudine
      Location|HINT|WORDS|location, geo, lieu, standort, ubicacion, luogo, sijainti
      BankAccount|CERTAIN|WORDS|iban, bban, bank account, account iban, kontonummer, cuenta bancaria, conto corrente, tilinumero, rib
      FinancialAccountNumber|LIKELY|NUMBERS|account number, numero compte, numero cuenta, sepa mandate, bic swift
      PaymentCardNumber|CERTAIN|NUMBERS|card number, credit card, creditcard, cc number, ccnum, card pan, numero carte, kartennummer, numero tarjeta, numero carta, korttinumero
      PaymentCardExpiry|LIKELY|WORDS|card expiry, card expiration, expiry month card
      OfficialID|CERTAIN|NUMBERS|ssn, social security, social security number, national id, national identity number, identity card, id card number, passport, passport number, driver license, driving licence, personal number, nir, numero insee, numero securite sociale, num secu, numero secu, num ss, securite sociale, carte identite, cnie, sozialversicherungsnummer, steuer id, personalausweis, dni, nif, nie, cedula, codice fiscale, carta identita, henkilotunnus, hetu, passeport, reisepass, pasaporte, passaporto
      Tax|LIKELY|NUMBERS|taxvat, vat number, vat id, vatin, vat no, tva intra, numero tva, ust id, ustid, partita iva, tax identifier, tax code personal, fiscal code, fiscal number, sales tax id, tax id, tax number, tin, steuernummer, numero fiscal
      Gender|CERTAIN|CHOICES|gender, sex, sexe, geschlecht, sexo, genero, sesso, genere persona, sukupuoli
      MaritalStatus|CERTAIN|CHOICES|marital status, etat civil, situation familiale, familienstand, estado civil, stato civile, siviilisaaty, married, spouse
      Religion|CERTAIN|WORDS|religion, confession religieuse, konfession, religione, uskonto, faith
      Ethnicity|CERTAIN|WORDS|ethnicity, ethnic origin, race ethnicity, origine ethnique
      PoliticalOpinion|CERTAIN|WORDS|political opinion, political party, opinion politique, partei mitglied
      TradeUnionMembership|CERTAIN|WORDS|trade union, union membership, syndicat, gewerkschaft, sindacato, sindicato
      SexualPreference|CERTAIN|WORDS|sexual orientation, orientation sexuelle
      Health|CERTAIN|WORDS|historia clinica, grupo sanguineo, alergias, groupe sanguin, blutgruppe, diagnosis, blood group, treatment, symptom, symptoms, medication, pregnancy, insurance number, health insurance number, medical history, disease, medical, medical record, blood type, allergy, allergies, disability, sante, maladie, diagnostic medical, krankheit, gesundheit, salud, enfermedad, salute, malattia, terveys, sairaus, prescription, vaccination
      CriminalConviction|CERTAIN|WORDS|criminal record, conviction, casier judiciaire, vorstrafe
      Salary|LIKELY|NUMBERS|salary, salaire, gehalt, salario, sueldo, stipendio, palkka, salary wish, wage, remuneration
      Income|LIKELY|NUMBERS|income, revenu, einkommen, ingresos, reddito, tulot
      Job|LIKELY|WORDS|job title, jobtitle, profession, occupation, intitule poste, beruf, puesto trabajo, professione, ammatti, employer
      ProfessionalExperience|LIKELY|WORDS|employer name
      Professional|HINT|WORDS|company name, company, societe, firma, empresa, azienda, yritys, organisation, organization, department, fonction, position held
      EmploymentHistory|LIKELY|DAYS|hire date, eintrittsdatum, austrittsdatum, date joined company, joining date, hired on, hired at, date embauche, einstellungsdatum, fecha contratacion, data assunzione, termination date
      WorkHistory|LIKELY|WORDS|resume, curriculum, curriculum vitae, cv, lebenslauf, ansioluettelo, cover letter, lettre motivation, anschreiben
      Picture|LIKELY|BYTES|photo, photograph, avatar, profile picture, portrait, selfie, foto, kuva henkilo
      Picture|LIKELY|WORDS|avatar url, photo url, profile image, profile photo, picture url, avatar path, photo path, user image
      Picture|HINT|BYTES|picture, image, bild, imagen, immagine, kuva
      Biometric|CERTAIN|BYTES|biometric, fingerprint template, face template, voice print, empreinte digitale
      Reference|HINT|WORDS|unterschrift, firma digital, allekirjoitus
      Communication|LIKELY|WORDS|message body, message text, mail body, email body, chat message, private message, direct message, review text, user comment, customer comment, internal note, internal notes, personal note, medical note, signature text, biography, bio, about me, self description
      Communication|HINT|WORDS|message, body, comment, subject, question, answer, post, reply, response, testimonial, complaint, reason, statement, quote, comments, note, notes, remark, remarks, content, text, feedback, commentaire, remarque, bemerkung, kommentar, nachricht, comentario, mensaje, commento, messaggio, viesti, kommentti, huomautus
      SocialMedia|HINT|WORDS|website, homepage, web site, home page, icq, aim, yim, yahoo, msn, jabber, web, blog, site web, gtalk
      SocialMedia|LIKELY|WORDS|author url, user url, profile url, personal website, telegram, discord, snapchat, tiktok, mastodon, google plus, facebook id, google id, github id, twitter id, linkedin id, apple id, microsoft id, discord id, telegram id, social id, linkedin, twitter, facebook, instagram, github login, social profile, skype, whatsapp
      Vehicle|LIKELY|WORDS|license plate, licence plate, number plate, plaque immatriculation, kennzeichen, matricula, targa, rekisterinumero
      Profile|HINT|WORDS|value, val, data, details, detail, info, information, extra, meta, meta value, attributes, properties, payload, custom, custom fields, custom data, additional info, raw, vcard, profile, interests, hobbies, skills, education, qualification, demographics, vars, additional contact info
      Family|LIKELY|NUMBERS|number children, total children, children count, num children, children home
      Family|LIKELY|WORDS|children names, next of kin, emergency contact, mother name, father name, conjoint
      """;

  /** Words that technical columns end with, whatever stands before. */
  static final String TECHNICAL_END =
      """
      id ids uuid guid pk fk key keys count counts total totals number num nb nbr cnt qty quantity amount amounts
      price prices rate rates cost costs fee balance percent percentage ratio score rank weight size length width
      height depth bytes octets kb mb milliseconds seconds minutes duration ttl version revision rev seq sequence
      position pos sort order priority level status flag flags type types kind category class mode code codes
      enabled disabled active activated inactive deleted archived locked verified confirmed validated valid visible
      hidden published default required optional read sent delivered processed failed succeeded success
      completed md5 md5sum sha crc sum attempts retries retry checksum digest etag hash slug url uri href path file filename extension
      mimetype mime format encoding charset currency locale lang language timezone tz theme color colour icon layout
      template schema tenant env environment hostname port protocol method endpoint year month day quarter week
      montant prix quantite statut etat nombre taille ordre duree devise langue couleur cle
      betrag preis menge anzahl zustand groesse reihenfolge dauer wahrung sprache schlussel typ
      importe precio cantidad estado tamano orden duracion moneda idioma clave tipo
      importo prezzo quantita stato ordine durata valuta lingua chiave
      summa hinta maara tila koko jarjestys kesto valuutta kieli avain tyyppi
      """;

  /** Words that make a moment or day one of an event, not of a person. */
  static final String EVENT =
      """
      create created creation update updated modified modification change changed delete deleted insert inserted
      start started begin end ended stop expire expires expired expiry expiration due valid invoice invoiced order
      ordered payment paid pay rental return returned ship shipped release released publish published send sent
      receive received close closed open opened sign signed login last next first seen run scheduled finish finished
      complete completed sync synced import imported export exported process processed log logged event access
      accessed visit visited retry approve approved cancel cancelled confirm confirmed verify verified archive
      archived activate activated contract fiscal cree creation modifie modification maj debut fin echeance envoi
      cloture facture commande paiement erstellt geandert angelegt beginn ende fallig bestellt bezahlt abgelaufen
      creado creacion modificado actualizado inicio fin vencimiento pago pedido creato creazione modificato
      aggiornato inizio fine scadenza pagamento ordine luotu paivitetty muokattu alku loppu erapaiva maksettu tilattu
      """;

  /** Tables of people. */
  static final String PEOPLE =
      """
      person people user users customer human individual employee staffer seller buyer donor pupil nurse doctor physician admin administrator
      manager reporter assignee moderator instructor tutor trainer coach cardholder signatory invitee follower friend
      reviewer commenter poster winner player athlete musician composer writer researcher lawyer judge victim witness
      salesperson salesman courier technician adopter fan backer landlord guardian customer employee staff candidate applicant member patient subscriber
      visitor guest author student teacher lead prospect recipient passenger citizen actor
      participant attendee donor voter resident beneficiary
      personnel worker operator cashier driver rider clinician practitioner caregiver parent child children sibling
      borrower patron reader volunteer inmate prisoner refugee traveler traveller speaker organizer organiser delegate
      alumni alumnus graduate professor faculty principal signer claimant insured policyholder jobseeker recruiter
      influencer performer editor translator engineer dentist therapist pharmacist accountant clerk buddy
      emp cust usr cust stud pers
      """
          + PeopleText.OTHER_TONGUES;

  /** Tables of what people order, book and write. */
  static final String DEALINGS =
      """
      invoice order booking reservation ticket registration subscription payment rental visit session message
      complaint claim contract delivery shipment review comment application
      facture commande reservation billet inscription paiement visite message contrat livraison avis candidature
      rechnung bestellung buchung zahlung besuch nachricht vertrag lieferung bewertung bewerbung
      factura pedido reserva pago visita mensaje contrato entrega solicitud
      fattura ordine prenotazione pagamento messaggio contratto consegna candidatura
      lasku tilaus varaus maksu kaynti viesti sopimus toimitus hakemus
      """;

  /** Tables of things, words and settings. */
  static final String THINGS =
      """
      group grp provider policy scope mapper mapping project application app realm workflow task flow queue cache metric source
      locale translation option unit department attribute resource permission privilege right capability area zone building room
      venue course lesson exam question survey form field section topic forum board channel
      campaign newsletter coupon discount voucher promotion shipping transport rule filter view report dashboard widget
      status level rank badge award game team match league sport vehicle car part asset device
      software package library repository branch commit pipeline artifact image icon banner link domain certificate
      binding plugin class component usage phase provider ingredient recipe dish animal species plant
      category genre language product article item track album playlist media film movie book country city currency
      region role permission plan tariff type status setting config configuration parameter feature tag label
      template job queue migration changelog schema table column index version release build webhook
      file folder document unit color colour size brand model catalog catalogue inventory warehouse store stock
      country state province language timezone holiday tax rate price menu page theme plugin module
      categorie produit langue pays ville reglage kategorie produkt sprache land stadt einstellung
      categoria producto idioma pais ciudad ajuste prodotto lingua paese citta tuote kieli maa kaupunki asetus
      """;

  private LexiconText() {}
}

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
      EmailAddress|LIKELY|WORDS|mail, mel, emails, recipient email, email to, email from
      Name|CERTAIN|WORDS|first name, last name, firstname, lastname, surname, given name, givenname, family name, middle name, maiden name, full name, fname, lname, prenom, nom famille, nom complet, vorname, nachname, familienname, apellido, apellidos, cognome, nome cognome, etunimi, sukunimi, kutsumanimi, firstnames, lastnames
      Name|LIKELY|WORDS|display name, real name, contact name, customer name, client name, user full name, person name, employee name, patient name, holder name, cardholder, account holder, raison nom, nom client, nom usage, nombre completo, nombre cliente, nominativo, asiakkaan nimi, recipient name, sender name, author name, author, composer, initials, nick name
      Name|HINT|WORDS|name, nom, nombre, nome, nimi, salutation, civilite, anrede, honorific, title, titre, contact, owner, responsable, recipient, sender
      BirthDate|CERTAIN|DAYS|birth date, birthdate, date birth, birthday, birth day, birth year, year birth, dob, d o b, date naissance, naissance, ddn, geburtsdatum, geburtstag, geburtsjahr, geb datum, gebdat, geboren, fecha nacimiento, nacimiento, fnac, data nascita, nascita, compleanno, syntymaaika, syntymapaiva, syntymavuosi, born, born on
      BirthPlace|CERTAIN|WORDS|birth place, place birth, lieu naissance, geburtsort, lugar nacimiento, luogo nascita, syntymapaikka
      BirthCountry|CERTAIN|WORDS|birth country, country birth, pays naissance, geburtsland
      Age|LIKELY|NUMBERS|age, alter jahre, edad, eta anni, ika
      TelephoneNumber|CERTAIN|NUMBERS|telephone, telephone number, phone number, mobile number, mobile phone, cell phone, tel number, numero telephone, telefon, telefonnummer, telefono, handynummer, mobilnummer, numero tel, puhelin, puhelinnumero, matkapuhelin, msisdn, cellulare
      TelephoneNumber|LIKELY|NUMBERS|phone, mobile, cell, tel, gsm, fax, portable, handy, movil, faksi, hotline number, caller, phones
      PhysicalAddress|CERTAIN|WORDS|postal address, home address, street address, mailing address, billing address, shipping address, delivery address, adresse postale, adresse facturation, adresse livraison, anschrift, lieferadresse, rechnungsadresse, postanschrift, direccion postal, domicilio, indirizzo, indirizzo residenza, kotiosoite, postiosoite, katuosoite
      PhysicalAddress|LIKELY|WORDS|address, addr, address line, adresse, direccion, osoite, addresses
      Street|CERTAIN|WORDS|street, street name, strasse, hausnummer, house number, numero rue, calle, via civico, katu
      Street|HINT|WORDS|rue, via
      PostalCode|LIKELY|WORDS|postal code, postcode, post code, zip code, zipcode, zip, code postal, plz, postleitzahl, codigo postal, cap codice, postinumero, billing postal code
      City|HINT|WORDS|city, town, ville, commune, stadt, ort, ciudad, citta, kaupunki, kunta, locality, localite, district, state, province, region, county, departement, bundesland, provincia, lani
      City|LIKELY|WORDS|billing city, billing state, billing region, shipping city, shipping state, home town, home city, city residence, ville residence, wohnort
      Country|LIKELY|WORDS|billing country, shipping country, country residence, home country, pays residence
      Country|HINT|WORDS|country, pays, land, pais, paese, maa
      Nationality|CERTAIN|WORDS|nationality, nationalite, staatsangehorigkeit, nacionalidad, nazionalita, kansalaisuus, citizenship
      Username|LIKELY|WORDS|login, user name, username, login name, screen name, nickname, pseudo, benutzername, nombre usuario, nome utente, kayttajatunnus, kayttajanimi, identifiant connexion, account name
      Username|HINT|WORDS|handle, nick, identifiant, user, usuario, utente, alias
      Password|CERTAIN|WORDS|password, passwd, pwd, pass word, passphrase, password hash, mot passe, mdp, passwort, kennwort, contrasena, salasana, pw hash, hashed password, encrypted password, passcode
      Authenticating|LIKELY|WORDS|totp secret, otp secret, mfa secret, two factor secret, recovery code, recovery codes, security answer, secret answer, secret question, security question, api token, access token, refresh token, reset token, confirmation token, remember token, session token
      PINCode|LIKELY|NUMBERS|pin, pin code, pincode
      IPAddress|CERTAIN|ADDRESSES|ip, ip address, ipaddress, ipaddr, ip addr, remote addr, remote address, client ip, source ip, src ip, user ip, adresse ip, ip adresse, direccion ip, indirizzo ip, ip osoite, x forwarded for, login ip, signup ip
      MACAddress|CERTAIN|WORDS|mac address, mac addr, adresse mac, imei, imsi
      UserAgent|LIKELY|WORDS|user agent, useragent, http user agent
      BrowserFingerprint|LIKELY|WORDS|browser fingerprint, device fingerprint, canvas fingerprint, browser, navigateur
      UID|LIKELY|WORDS|visitor id, device id, cookie id, tracking id, anonymous id, client uid, advertising id, idfa, gaid, visitor uuid, pseudonym, fingerprint id
      GPSCoordinate|LIKELY|NUMBERS|latitude, longitude, lat, lng, lon, gps, geo point, geolocation, coordinates, breitengrad, langengrad, latitud, longitud, latitudine, longitudine
      Location|HINT|WORDS|location, geo, lieu, standort, ubicacion, luogo, sijainti
      BankAccount|CERTAIN|WORDS|iban, bban, bank account, account iban, kontonummer, cuenta bancaria, conto corrente, tilinumero, rib
      FinancialAccountNumber|LIKELY|NUMBERS|account number, numero compte, numero cuenta, sepa mandate, bic swift
      PaymentCardNumber|CERTAIN|NUMBERS|card number, credit card, creditcard, cc number, ccnum, card pan, numero carte, kartennummer, numero tarjeta, numero carta, korttinumero
      PaymentCardExpiry|LIKELY|WORDS|card expiry, card expiration, expiry month card
      OfficialID|CERTAIN|NUMBERS|ssn, social security, social security number, national id, national identity number, identity card, id card number, passport, passport number, driver license, driving licence, personal number, nir, numero insee, numero securite sociale, securite sociale, carte identite, cnie, sozialversicherungsnummer, steuer id, personalausweis, dni, nif, nie, cedula, codice fiscale, carta identita, henkilotunnus, hetu, passeport, reisepass, pasaporte, passaporto
      Tax|LIKELY|NUMBERS|tax id, tax number, tin, steuernummer, numero fiscal
      Gender|CERTAIN|WORDS|gender, sex, sexe, geschlecht, sexo, genero, sesso, genere persona, sukupuoli
      MaritalStatus|CERTAIN|WORDS|marital status, etat civil, situation familiale, familienstand, estado civil, stato civile, siviilisaaty, married, spouse
      Religion|CERTAIN|WORDS|religion, confession religieuse, konfession, religione, uskonto, faith
      Ethnicity|CERTAIN|WORDS|ethnicity, ethnic origin, race ethnicity, origine ethnique
      PoliticalOpinion|CERTAIN|WORDS|political opinion, political party, opinion politique, partei mitglied
      TradeUnionMembership|CERTAIN|WORDS|trade union, union membership, syndicat, gewerkschaft, sindacato, sindicato
      SexualPreference|CERTAIN|WORDS|sexual orientation, orientation sexuelle
      Health|CERTAIN|WORDS|health, diagnosis, disease, medical, medical record, blood type, allergy, allergies, disability, sante, maladie, diagnostic medical, krankheit, gesundheit, salud, enfermedad, salute, malattia, terveys, sairaus, prescription, vaccination
      CriminalConviction|CERTAIN|WORDS|criminal record, conviction, casier judiciaire, vorstrafe
      Salary|LIKELY|NUMBERS|salary, salaire, gehalt, salario, sueldo, stipendio, palkka, salary wish, wage, remuneration
      Income|LIKELY|NUMBERS|income, revenu, einkommen, ingresos, reddito, tulot
      Job|LIKELY|WORDS|job title, jobtitle, profession, occupation, intitule poste, beruf, puesto trabajo, professione, ammatti, employer
      ProfessionalExperience|LIKELY|WORDS|company name, employer name
      Professional|HINT|WORDS|company, societe, firma, empresa, azienda, yritys, organisation, organization, department, fonction, position held
      EmploymentHistory|LIKELY|DAYS|hire date, hired on, hired at, date embauche, einstellungsdatum, fecha contratacion, data assunzione, termination date
      WorkHistory|LIKELY|WORDS|resume, curriculum, curriculum vitae, cv, lebenslauf, ansioluettelo, cover letter, lettre motivation, anschreiben
      Picture|LIKELY|BYTES|photo, photograph, avatar, profile picture, portrait, selfie, foto, kuva henkilo
      Picture|HINT|BYTES|picture, image, bild, imagen, immagine, kuva
      Biometric|CERTAIN|BYTES|biometric, fingerprint template, face template, voice print, empreinte digitale
      Reference|LIKELY|WORDS|signature, unterschrift, firma digital, allekirjoitus
      Communication|HINT|WORDS|message, body, comment, comments, note, notes, remark, remarks, content, text, message text, bio, biography, about me, feedback, review text, commentaire, remarque, bemerkung, kommentar, nachricht, comentario, mensaje, commento, messaggio, viesti, kommentti, huomautus
      SocialMedia|LIKELY|WORDS|linkedin, twitter, facebook, instagram, github login, social profile, skype, whatsapp
      Vehicle|LIKELY|WORDS|license plate, licence plate, number plate, plaque immatriculation, kennzeichen, matricula, targa, rekisterinumero
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
      hidden public published default required optional read sent delivered processed failed succeeded success
      completed attempts retries retry checksum digest etag hash slug url uri href path file filename extension
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
      person people user users customer client employee staff contact candidate applicant member patient subscriber
      visitor guest author account profile student teacher driver lead prospect recipient passenger citizen actor
      worker agent participant attendee donor voter resident beneficiary owner address
      personne utilisateur salarie employe candidat adherent abonne visiteur auteur compte eleve adresse
      kunde benutzer mitarbeiter bewerber mitglied teilnehmer ansprechpartner personal anschrift
      persona usuario cliente empleado contacto candidato miembro paciente direccion
      utente dipendente contatto membro paziente indirizzo
      henkilo kayttaja asiakas tyontekija yhteyshenkilo hakija jasen potilas osoite
      """;

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
      category genre language product article item track album playlist media film movie book country city currency
      region role permission plan tariff type status setting config configuration parameter feature tag label
      template job queue migration changelog schema table column index version release build event webhook
      file folder document unit color colour size brand model catalog catalogue inventory warehouse store stock
      country state province language timezone holiday tax rate price menu page theme plugin module
      categorie produit langue pays ville reglage kategorie produkt sprache land stadt einstellung
      categoria producto idioma pais ciudad ajuste prodotto lingua paese citta tuote kieli maa kaupunki asetus
      """;

  private LexiconText() {}
}

package dev.upheld.datamap.classify;

/**
 * More names of personal columns: what schemas abbreviate in English, and how French, German,
 * Spanish, Italian and Finnish ones call things. Lines as in {@link LexiconText}, without accents.
 */
final class LexiconTongues {
  static final String ENGLISH =
      """
      Contact|LIKELY|WORDS|vcard, v card, vcf, card data, contact data
      Name|LIKELY|WORDS|card owner, cc owner, kin name, nok name, name on card, account owner name
      Name|HINT|WORDS|given, family, fn, degree
      Username|LIKELY|WORDS|done by user, acting user
      OfficialID|CERTAIN|NUMBERS|ssnid, ssn id, sinid, sin id, sin no, sin num, passport id, identification id, work permit, permit number, dri lice num
      OfficialID|LIKELY|NUMBERS|permit no, visa no, licence no, license no
      Professional|HINT|WORDS|institution, org name, orgname, org unit, orgunit, workplace
      TelephoneNumber|HINT|NUMBERS|home no, office no, work no, home num, office num, work num, res no
      FinancialAccountNumber|LIKELY|WORDS|paypal, paypal email, paypal account
      Identifying|HINT|WORDS|identifier
      Health|CERTAIN|WORDS|blood grp, bloodgrp, genotype, hmo no, hmo number
      Ethnicity|CERTAIN|WORDS|tribe, caste
      Job|HINT|WORDS|prof, jobtit
      Communication|LIKELY|WORDS|object changes, audited changes, gift message, away text, out office message
      Communication|HINT|WORDS|raw, cooked, txt, headers
      Profile|HINT|WORDS|sess data, sessdata
      UserAgent|HINT|WORDS|referer url, referrer url, http referrer
      Authenticating|LIKELY|WORDS|invite key, invitation key, invite code key
      Authenticating|HINT|WORDS|gpgid, pgpid
      EmailAddress|LIKELY|WORDS|cc addresses, to addresses, from addresses, recipient addresses
      EmailAddress|CERTAIN|WORDS|emailaddr, email addr, mail addr, e mail addr
      EmailAddress|LIKELY|WORDS|contact email, reply to address, sender mail, recipient mail, from address, to address, smtp address
      EmailAddress|HINT|WORDS|email id, emailid, mailbox, mail to
      Name|CERTAIN|WORDS|mname, middlename, familyname, first nm, last nm, firstnm, lastnm, other names, birth name, maidenname, full nm, name given, name family, name middle, given names
      Name|LIKELY|WORDS|pay to name, account holder, holder, contact, contact person, attention to, gecos, point contact, salesperson, sales person, user real name, person responsible, known as, preferred first name, sort name, alias first, alias last, billto name, shipto name, shipto contact, ship contact, care provider name, other name
      Name|LIKELY|WORDS|sender, recipient
      Name|HINT|WORDS|attn, attention, greeting, courtesy title, name title, middle, displayname, dispname, alternate name, name alias, from name, to name, creator name
      Username|LIKELY|WORDS|principal name, user principal, user principal name, sam account name, uname, usr name, usrname, logon name, logonname, logname, user logon, screen name, signon, sign on name, performed by user, changed by user
      Username|HINT|WORDS|nickname, usr, user txt, creator, editor, modifier, last editor
      Password|CERTAIN|WORDS|passw, passwrd, pswd, psswd, pword, userpass, user pass, pass hash, passhash, pass crypted, pass word hash, pass temp, user pwd, hashed pass
      Password|LIKELY|WORDS|pw, passhash salt
      Password|HINT|WORDS|pass
      BirthDate|CERTAIN|DAYS|birth, dateofbirth, birthdt, birth dt, bdate, bday, b day, date born, birth month, birth time
      Age|LIKELY|NUMBERS|age years, patient age, age group
      LifeHistory|CERTAIN|DAYS|death date, date death, deathdate, deceased date, date deceased, died, died on, dod
      Gender|HINT|WORDS|pronouns, gender identity
      MaritalStatus|CERTAIN|WORDS|civil status, maritalstatus, marital state, marital
      TelephoneNumber|CERTAIN|NUMBERS|phoneno, phone no, phonenum, phone num, mobileno, mobile no, cellphone, telephoneno, telephone no, telno, tel no, faxno, fax number, landline, home phone, work phone, daytime phone, phonenumber, mobilephone, emergency phone
      TelephoneNumber|LIKELY|NUMBERS|ph no, phno, contact number, contact no, contactno, caller id num, callerid, caller number, calling number, pager, sms number, personal mobile, user mobile
      PhysicalAddress|CERTAIN|WORDS|residential address, permanent address, current address, correspondence address, mail address line, shipto street, shipto address, billto address, address street, address one, address two, postal addr
      PhysicalAddress|LIKELY|WORDS|adr, adresse line, po box, pobox, street line, streetaddress, addressline, shipto addr, full address, formatted address, address text
      PhysicalAddress|HINT|WORDS|line one, line two, line three, extended address, care of, apartment number, apt, suite, building name, building number
      Street|HINT|WORDS|st name, st number, thoroughfare
      PostalCode|LIKELY|WORDS|mail code, postal, zip postal, postalcode, zip plus, shipto zip, shipto zipcode, billto zip, eircode, post zip, zipcd, postal cd
      City|LIKELY|WORDS|city town, city village, shipto city, billto city, address city, user city
      City|HINT|WORDS|municipality, township, borough, neighborhood, neighbourhood, parish, city name, ward
      Region|HINT|WORDS|prefecture, canton, county district, subregion, state name, state code, province name
      Country|HINT|WORDS|country name, nation, ctry
      Country|LIKELY|WORDS|shipto country, billto country, address country, country origin person, user country
      OfficialID|CERTAIN|NUMBERS|national insurance number, nino, social insurance number, sin number, aadhaar, aadhar, aadhaar number, passport no, passportno, passport num, drivers license, drivers licence, driver licence, driving license, driver license number, drivers license number, voter id, curp, cpf, pesel, bsn, personnummer, national identifier, national number, nationalid, national registration, identity number, id card, idcard, identity document, id document, government id, civil id, personal id, personal identity code, personal identification number, socialsecuritynumber, ssnumber, citizen id, alien number
      OfficialID|LIKELY|NUMBERS|cin, nss, rut, id number, identification number, visa number, document number, document no, license no person, nhs number
      Tax|LIKELY|NUMBERS|gstin, gst number, tax registration number, taxpayer id, tax no, taxno, pan no, pan number
      Identifying|LIKELY|WORDS|employee number, employee no, employeenumber, employee code, emp no, empno, emp number, emp code, staff number, staff no, staff code, student number, student no, student code, patient number, patient no, patient identifier, medical record number, mrn, membership number, membership no, member code, member card, library card, badge number, loyalty card, loyalty number, frequent flyer number, roll number, roll no, enrollment number, enrolment number, registration number student, payroll number, policy holder number, cardnumber library, subscriber number
      PaymentCardNumber|CERTAIN|WORDS|card no, cardno, card num, cardnum, cc num, ccno, cc no, credit card number, pan token, cvv, cvc, card cvv, primary account number
      PaymentCardNumber|LIKELY|WORDS|card last four, card last, cc last, default payment card last, masked number, masked card, card fingerprint, card brand last
      PaymentCardExpiry|LIKELY|NUMBERS|cc exp, card exp, card exp month, card exp year, exp month, exp year, cc exp month, cc exp year, card expire, expiration month, expiration year, card expiry date
      BankAccount|CERTAIN|WORDS|bank account number, bank account no, bank acct, bank accountno, bankaccount
      FinancialAccountNumber|LIKELY|WORDS|acct number, acct no, accountno, account no, routing number, aba number, transit number, sort code, bank routing number, payment reference account
      FinancialAccountNumber|HINT|WORDS|bic, swift, swift code, bank code
      Salary|LIKELY|NUMBERS|salaries, pay rate, hourly wage, annual salary, base pay, gross pay, net pay, salary amount, base salary, payrate, salary extra
      Salary|HINT|NUMBERS|hourly rate, compensation, commission pct
      Job|LIKELY|WORDS|job role, employment title, role title, contact title, title courtesy, work title
      Job|HINT|WORDS|job, designation, rank name
      EmploymentHistory|LIKELY|DAYS|hiredate, hire dt, date hired, date employment, employment date, employment start, employment end, employment start date, employment end date, date joining, dateemployment, leaving date, resignation date
      Health|CERTAIN|WORDS|bloodtype, bloodgroup, blood pressure, bmi, diagnoses, diagnosis text, chief complaint, medical condition, medical conditions, medical notes, clinical notes, clinical note, presenting complaint, smoking status, dosage instructions, immunization, vaccine given, comorbidities, disabilities, dietary requirements, dietary restrictions, dietary needs, cause death, causeofdeath, hiv status, mental health, family history, past medical history
      Religion|CERTAIN|WORDS|religious affiliation, religious belief
      Ethnicity|CERTAIN|WORDS|ethnic group
      Ethnicity|LIKELY|WORDS|race
      Family|LIKELY|WORDS|spouse name, guardian name, guardian, mothers name, fathers name, number of dependents, dependents, mother maiden, emergency contact name, emergency contact relationship, next kin
      Family|HINT|WORDS|mother, father
      IPAddress|CERTAIN|ADDRESSES|ipaddr, ip num, ip long, ip text, ip number, remote ip, remoteip, clientip, userip, lastip, last login ip, ip last, http remote addr, sender ip, host ip addr, ip from, ip hex, registered ip, session ip, current sign in ip, last sign in ip, visit ip
      UserAgent|LIKELY|WORDS|ua string, user agent string, browser user agent, http user agent string, client agent, uagent
      UserAgent|HINT|WORDS|ua, device name, device os, os version, client info
      UID|LIKELY|WORDS|ldap sid, ldap id, ldap uid, ldap guid, ldap user, azure id, sso id, sso uid, saml name, device uuid, device uid, installation id, instance token, distinct id, anonymous uuid, tracking cookie, session cookie, visitor cookie, oauth uid, oauth id, external user id, externaluserid, uid number
      Authenticating|LIKELY|WORDS|auth code, csrf secret, password reset key, forgot password token, login hash, autologin, autologin key, activation hash, email token, confirm code, confirmation code, invitation token, personal access token, oauth token, oauth token secret, session key, session secret, ssh key, ssh public key, otp secret key, webauthn key, pass key, passkey, password history, previous passwords, secret question answer, hint answer, private key pem, two factor backup codes, user key, token hash, magic link token
      Authenticating|HINT|WORDS|login hash key, logkey, pgp key, gpg key, credential value, access key, secret key, client key, hash token, consumer secret
      SocialMedia|LIKELY|WORDS|jabber id, jabberid, skype id, icq number, msn id
      SocialMedia|HINT|WORDS|youtube, bluesky, threads, xing, viber, wechat, irc, matrix, twitch, pinterest, tumblr, reddit, github, gitlab, vimeo, soundcloud, flickr, myspace, steam, orcid, social network, social networks, socialnetworks, social links, im address, im, url personal, user website, googleplus, signal, stackoverflow, vk
      Picture|LIKELY|WORDS|image profile, profile pic, profilepic, profile picture url, avatar file, avatar hash, avatar data, photo file, photo name, photo id file, headshot, mugshot, gravatar, user photo, user avatar
      Communication|LIKELY|WORDS|observations, internal memo, admin comment, admin note, admin notes, customer note, customer notes, customer message, order note, order comment, user message, message content, message html, comment text, comment body, comment content, review body, review content, feedback text, chat text, contact message, patient note, staff note, staff notes, doctor notes, progress note, case notes, special instructions, delivery instructions, about user, about you, away message
      Communication|HINT|WORDS|signature, observation, about, introduction, motto, html, plaintext, markdown, memo, annotation, narrative, transcript, remark text, instructions, wish, sms, raw text, mail text, body text, body html, memo text
      Location|LIKELY|WORDS|geo location user, user location, last location, home location, current location
      GPSCoordinate|HINT|NUMBERS|geolat, geolong, geolng, latlng, lat lng, lonlat, lat lon, gps lat, gps lng, gps position, coordinate, coord, coords
      Vehicle|LIKELY|WORDS|vin, vehicle identification number, plate number, plate no, registration plate, car registration
      Profile|HINT|WORDS|bio data, biodata, profile data, user data, user info, preferences json, answers json, session data, form data, submission data
      """;

  static final String FRENCH =
      """
      EmailAddress|CERTAIN|WORDS|adresse email, adresse courriel, adr mail, adresse e mail, mail perso, mail pro, courriels
      Name|CERTAIN|WORDS|prenoms, nom prenom, prenom nom, nom naissance, nom patronymique, nom marital, nom usuel, nom usage, nom jf, nom pere, nom mere
      Name|LIKELY|WORDS|titulaire, personne contact, interlocuteur, nom contact, nom utilisateur complet, nom responsable, nom patient, nom eleve, nom salarie, nom adherent, nom beneficiaire, nom signataire, nom destinataire
      Name|HINT|WORDS|raison sociale, denomination, destinataire, expediteur, civilite, civility, redacteur, signataire, noms
      Username|LIKELY|WORDS|nom utilisateur, nomutilisateur, identifiant utilisateur, login utilisateur, pseudonyme
      Password|CERTAIN|WORDS|motdepasse, motpasse, mot passe hash, pass crypte
      BirthDate|CERTAIN|DAYS|date naiss, datenaiss, datenaissance, dat naiss, dnaiss, naiss, dt naissance, jour naissance, annee naissance, ne le, nee le
      BirthPlace|CERTAIN|WORDS|lieu naiss, lieunaissance, ville naissance, commune naissance, departement naissance
      LifeHistory|CERTAIN|DAYS|date deces, deces, date mort
      Gender|HINT|WORDS|genre
      MaritalStatus|CERTAIN|WORDS|situation matrimoniale, situation famille, sit familiale, regime matrimonial
      Family|LIKELY|NUMBERS|nb enfants, nombre enfants, enfants charge
      TelephoneNumber|CERTAIN|NUMBERS|tel fixe, tel portable, tel mobile, tel perso, tel pro, tel domicile, telephone fixe, telephone portable, telephone mobile, num tel, n tel, numtel, num telephone, telecopie, telephone domicile, tel bureau
      TelephoneNumber|HINT|NUMBERS|fixe
      PhysicalAddress|CERTAIN|WORDS|adresse ligne, ligne adresse, adresse complement, complement adresse, adresse domicile, domicile, adresse personnelle, adresse principale, adr postale
      PhysicalAddress|LIKELY|WORDS|boite postale, residence principale
      Street|LIKELY|WORDS|numero voie, num voie, nom voie, libelle voie, type voie adresse, nom rue, num rue
      Street|HINT|WORDS|voie
      PostalCode|LIKELY|WORDS|codepostal, code post, cod postal, cpostal
      PostalCode|HINT|WORDS|cp, cedex
      City|HINT|WORDS|localite, quartier, arrondissement, nom commune, code commune, code insee commune
      Country|HINT|WORDS|code pays, nom pays
      Nationality|CERTAIN|WORDS|nationalites, pays nationalite
      OfficialID|CERTAIN|NUMBERS|numero insee, num insee, no secu, numsecu, nir patient, numero passeport, num passeport, numero permis, permis conduire, piece identite, num piece identite, numero piece identite, carte sejour, titre sejour, numero cni, cni, num cin, numero cin, carte nationale, numero national
      OfficialID|HINT|NUMBERS|insee
      Tax|HINT|NUMBERS|siret, siren, numero siret, rcs, identifiant fiscal, patente
      Identifying|LIKELY|WORDS|matricule, numero adherent, num adherent, numero etudiant, num etudiant, code apprenant, numero eleve, numero dossier patient, ipp, numero licencie, num licence, numero allocataire, numero abonne, numero assure, code client, numero matricule
      BankAccount|CERTAIN|WORDS|compte bancaire, numero compte bancaire, coordonnees bancaires, rib cle, code iban
      FinancialAccountNumber|HINT|WORDS|code guichet, code banque, domiciliation bancaire
      PaymentCardNumber|CERTAIN|WORDS|carte bancaire, numero cb, num carte, carte credit
      Salary|LIKELY|NUMBERS|salaire brut, salaire net, salaire base, taux horaire, remuneration brute
      Job|LIKELY|WORDS|intitule emploi, libelle poste, poste occupe, metier, categorie socioprofessionnelle, csp
      Job|HINT|WORDS|emploi, qualite
      EmploymentHistory|LIKELY|DAYS|date embauche, date entree entreprise, date sortie entreprise, date debut contrat travail
      EmploymentHistory|HINT|DAYS|date entree, date sortie
      Health|CERTAIN|WORDS|groupe sanguin, antecedents, antecedents medicaux, antecedent medical, allergies connues, traitement medical, ordonnance, handicap, invalidite, mutuelle, medecin traitant, motif consultation, symptomes, vaccin, vaccins, regime alimentaire, diagnostic
      Family|LIKELY|WORDS|personne prevenir, personne a prevenir, contact urgence, tuteur legal, representant legal
      Family|HINT|WORDS|pere, mere
      Communication|HINT|WORDS|observations, commentaires, remarques, annotation, motif, avis, reponse, texte, corps, contenu
      Picture|HINT|WORDS|photo identite, image profil
      """;

  static final String GERMAN =
      """
      EmailAddress|CERTAIN|WORDS|emailadresse, mailadresse, e mailadresse, email adresse, mail adresse, emailadr
      Name|CERTAIN|WORDS|vname, nname, vorn, nachn, rufname, geburtsname, madchenname, maedchenname, vorundnachname, vor nachname, vornamen, vollname, name vorname, namenszusatz, namezusatz
      Name|LIKELY|WORDS|ansprechpartner, ansprechpartnerin, ansprechperson, kontaktperson, kontoinhaber, inhaber, sachbearbeiter, sachbearbeiterin, bearbeiter, kundenname, kunden name, benutzer name voll, mitarbeitername, patientenname, versicherter, verfasser, erziehungsberechtigter, zahler, unterzeichner
      Name|HINT|WORDS|bezeichnung person, empfanger, empfaenger, absender, firmenname, titel, briefanrede, namenstitel, vertreter, betreuer, zustandig, zustaendig
      Username|LIKELY|WORDS|nutzername, anmeldename, benutzerkennung, benutzer kennung, loginname, anwendername, erstellt durch, erfasst durch, geandert durch, geaendert durch
      Username|HINT|WORDS|benutzer, kennung, kurzel, kuerzel, anwender, ersteller
      Password|CERTAIN|WORDS|passworthash, passwort hash, kennwort hash, losungswort
      BirthDate|CERTAIN|DAYS|geb, gebtag, geb tag, geburt, geburtsdat, geburts datum, gebdatum, geburtszeit
      BirthPlace|CERTAIN|WORDS|gebort, geb ort, geburts ort
      LifeHistory|CERTAIN|DAYS|todesdatum, sterbedatum, verstorben am, todestag
      Gender|CERTAIN|WORDS|geschl
      MaritalStatus|CERTAIN|WORDS|zivilstand, personenstand, famstand
      TelephoneNumber|CERTAIN|NUMBERS|telefonnr, telefon nr, telnr, tel nr, handynr, handy nr, mobiltelefon, mobilfunk, rufnummer, festnetz, festnetznummer, faxnr, faxnummer, telefax, telefon privat, telefon geschaftlich, telefon dienstlich, telefondienst, telefonprivat, durchwahl, mobilnr
      TelephoneNumber|LIKELY|NUMBERS|mobil
      PhysicalAddress|CERTAIN|WORDS|wohnadresse, adresszeile, adresszusatz, privatadresse, heimatadresse, meldeadresse, hausanschrift
      PhysicalAddress|LIKELY|WORDS|postfach, wohnung, zusatzzeile
      Street|CERTAIN|WORDS|hausnr, haus nr, strasse hausnummer, strassenname, strasse nr, strassehausnr
      Street|HINT|WORDS|str, hnr
      PostalCode|CERTAIN|WORDS|postlz, plzort
      City|HINT|WORDS|ortsname, ortsteil, bezirk, gemeinde, stadtteil, wohnsitz, postort
      Region|HINT|WORDS|kanton, landkreis, kreis
      Country|HINT|WORDS|landkz, landeskennzeichen, laendercode, landcode, herkunftsland
      Nationality|CERTAIN|WORDS|staatsangehoerigkeit, staatsburgerschaft, staatsbuergerschaft, nationalitat, nationalitaet
      OfficialID|CERTAIN|NUMBERS|ausweisnr, ausweisnummer, ausweis nr, personalausweisnr, personalausweisnummer, passnummer, passnr, reisepassnummer, fuhrerschein, fuehrerschein, fuhrerscheinnummer, svnr, sv nummer, svnummer, sv nr, ahv, ahv nr, ahv nummer, ahvnummer, sozialversicherungsnr, rentenversicherungsnummer, steueridentifikationsnummer, steueridnr, steuer identnr, idnr, rvnr
      Tax|LIKELY|NUMBERS|steuernr, ustidnr, ust idnr, umsatzsteuerid, uid nummer
      Identifying|LIKELY|WORDS|personalnummer, personalnr, personal nr, persnr, pers nr, mitgliedsnummer, mitgliedsnr, mitglieds nr, mitgliednr, kundennr, kunden nr, kdnr, kd nr, matrikelnummer, matrikelnr, matrikel nr, patientennummer, patientennr, patienten nr, versichertennummer, versichertennr, versicherten nr, ausweisnummer bibliothek, schulernummer, schuelernr, debitornr, debitorennummer
      BankAccount|CERTAIN|WORDS|kontonr, konto nr, ktonr, bankverbindung, bankkonto, kto
      FinancialAccountNumber|HINT|WORDS|blz, bankleitzahl, bankname, kontobezeichnung
      PaymentCardNumber|CERTAIN|WORDS|kreditkarte, kreditkartennummer, kreditkartennr, kartennr
      Salary|LIKELY|NUMBERS|lohn, stundenlohn, bruttolohn, nettolohn, monatslohn, grundgehalt, gehaltsgruppe, vergutung, verguetung, entgelt, stundensatz
      Job|LIKELY|WORDS|berufsbezeichnung, stellenbezeichnung, dienstgrad, berufstitel, amtsbezeichnung, tatigkeit, taetigkeit
      Job|HINT|WORDS|stellung, abteilung, akademischer grad
      EmploymentHistory|LIKELY|DAYS|eintrittsdat, einstelldatum, austrittsdat, dienstbeginn, beschaftigt seit, beschaeftigt seit, eingestellt am
      EmploymentHistory|HINT|DAYS|eintritt, austritt
      Health|CERTAIN|WORDS|diagnose, diagnosen, befund, befunde, anamnese, allergien, allergie, medikation, medikamente, behandlung, krankenkasse, krankenversicherung, krankenversichertennummer, schwerbehindert, schwerbehinderung, behinderung, vorerkrankungen, impfung, impfungen, symptome, blutdruck, pflegegrad, pflegestufe, hausarzt, krankenkassennr
      Religion|CERTAIN|WORDS|konf, religionszugehorigkeit, religionszugehoerigkeit, kirchenzugehorigkeit, religionszug
      Family|LIKELY|WORDS|notfallkontakt, anzahl kinder, kinderzahl, ehepartner, ehegatte, angehorige, angehoerige, mutter name, vater name
      Family|HINT|WORDS|mutter, vater
      Communication|HINT|WORDS|anmerkung, anmerkungen, bemerkungen, notiz, notizen, beschwerde, mitteilung, kommentare, antwort, inhalt, freitext, hinweise, vermerk
      Picture|LIKELY|WORDS|passbild, lichtbild, profilbild, passfoto
      Vehicle|LIKELY|WORDS|kfz kennzeichen, kfzkennzeichen, fahrgestellnummer
      """;

  static final String SPANISH =
      """
      EmailAddress|CERTAIN|WORDS|correoelectronico, direccion correo, correo e, e correo, emails contacto
      Name|CERTAIN|WORDS|nombres, primer nombre, segundo nombre, primer apellido, segundo apellido, apellido paterno, apellido materno, nombre apellidos, nombres apellidos, nombre apellido, apellidos nombre, apellidos nombres, apepaterno, apematerno, ape paterno, ape materno
      Name|LIKELY|WORDS|titular, nombre titular, nombre contacto, persona contacto, nombre usuario completo, nombre paciente, nombre alumno, nombre empleado, nombre medico, nombre profesor, representante legal, nombrecompleto, nombrecliente, nombre persona
      Name|HINT|WORDS|razon social, razonsocial, destinatario, remitente, contacto, tratamiento cortesia, solicitante, encargado
      Username|LIKELY|WORDS|nombreusuario, usuario login, usuario creacion, usuario modificacion, usuario registro
      Password|CERTAIN|WORDS|contrasenia, contrasenya, clave acceso, clave usuario, clave secreta
      Password|HINT|WORDS|clave
      BirthDate|CERTAIN|DAYS|fecha nac, fec nac, fechanac, fecnac, fechanacimiento, fecha nacim, f nacimiento, fec nacimiento, cumpleanos
      BirthPlace|CERTAIN|WORDS|lugar nac, ciudad nacimiento, pais nacimiento, municipio nacimiento
      LifeHistory|CERTAIN|DAYS|fecha defuncion, fecha fallecimiento, defuncion, fecha muerte
      Gender|CERTAIN|WORDS|sexo paciente
      MaritalStatus|CERTAIN|WORDS|estadocivil, edo civil, est civil
      TelephoneNumber|CERTAIN|NUMBERS|telefonos, telefono fijo, telefono movil, telefono casa, telefono celular, numero telefono, num telefono, tfno, tlf, tlfno, celular, numero celular, telf, tel movil, telefono contacto
      TelephoneNumber|LIKELY|NUMBERS|tfn, fono, cel
      PhysicalAddress|CERTAIN|WORDS|direccion domicilio, direccion envio, direccion facturacion, direccion casa, domicilio fiscal, direccion residencia
      PhysicalAddress|LIKELY|WORDS|apartado postal, direcc
      PhysicalAddress|HINT|WORDS|apartado, colonia, barrio, numero exterior, numero interior, piso, portal, puerta
      PostalCode|CERTAIN|WORDS|codigopostal, cod postal, codpostal, cod post
      City|HINT|WORDS|distrito, canton, localidad, poblacion, municipio, ciudad residencia
      Country|HINT|WORDS|codpais, cod pais, codigo pais, nombre pais, pais origen, pais residencia
      OfficialID|CERTAIN|NUMBERS|cifnif, cif nif, nif cif, nifcif, dninif, dni nie, dni nif, documento identidad, doc identidad, cedula identidad, cedula ciudadania, tarjeta identidad, numero seguridad social, num seguridad social, seguridad social, licencia conducir, permiso conducir, num pasaporte, numero pasaporte, numero identificacion, num documento identidad, curp, nuss
      OfficialID|LIKELY|NUMBERS|numero documento, num documento, nro documento, rfc
      OfficialID|HINT|NUMBERS|documento
      Tax|HINT|NUMBERS|cif, nit, ruc
      Identifying|LIKELY|WORDS|legajo, numero empleado, num empleado, numero socio, num socio, numero afiliado, expediente paciente, numero historia, num historia, nhc, numero expediente paciente, codigo alumno, codigo empleado, num afiliado
      BankAccount|CERTAIN|WORDS|numero cuenta bancaria, cuenta banco, ccc cuenta
      FinancialAccountNumber|LIKELY|WORDS|num cuenta, nro cuenta
      PaymentCardNumber|CERTAIN|WORDS|tarjeta credito, num tarjeta, nro tarjeta
      Salary|LIKELY|NUMBERS|salario base, salario bruto, sueldo base, nomina mensual
      Job|LIKELY|WORDS|ocupacion, profesion, puesto, cargo laboral, nombre cargo
      Job|HINT|WORDS|cargo
      EmploymentHistory|LIKELY|DAYS|fecha ingreso empresa, fecha contrato trabajo, fecha baja laboral, fecha incorporacion
      EmploymentHistory|HINT|DAYS|fecha ingreso
      Health|CERTAIN|WORDS|diagnostico, diagnosticos, antecedentes medicos, antecedentes, alergia, enfermedades, medicacion, tratamiento, discapacidad, tipo sangre, grupo sangre, sintomas, vacuna, vacunas, motivo consulta, peso paciente, talla paciente, obra social, obrasocial, seguro medico
      Family|LIKELY|WORDS|nombre padre, nombre madre, contacto emergencia, conyuge, num hijos, numero hijos, nombre tutor, parentesco
      Family|HINT|WORDS|padre, madre
      Communication|HINT|WORDS|observaciones, observacion, comentarios, nota, notas, texto, contenido, respuesta, motivo, queja, asunto
      Picture|HINT|WORDS|fotografia
      Region|HINT|WORDS|comunidad autonoma, departamento geografico
      """;

  static final String ITALIAN =
      """
      EmailAddress|CERTAIN|WORDS|indirizzo email, indirizzo mail, indirizzo posta, email pec
      EmailAddress|LIKELY|WORDS|pec
      Name|CERTAIN|WORDS|cognome e nome, nome e cognome, nominativo cliente, cognomenome, nomecognome, cognome nome
      Name|LIKELY|WORDS|intestatario, referente, persona riferimento, nome referente, nome cliente, nome utente completo, nome paziente, nome alunno, richiedente, firmatario
      Name|HINT|WORDS|ragione sociale, ragionesociale, denominazione, destinatario, mittente, titolo onorifico, contatto, titolare, rappresentante
      Username|LIKELY|WORDS|nomeutente, utente login, utente creazione, utente modifica
      Password|CERTAIN|WORDS|parola chiave, parola accesso, pwd utente
      BirthDate|CERTAIN|DAYS|datanascita, data nasc, dt nascita, nato il, nata il, anno nascita
      BirthPlace|CERTAIN|WORDS|luogonascita, comune nascita, provincia nascita, stato nascita, citta nascita
      LifeHistory|CERTAIN|DAYS|data decesso, data morte, decesso
      MaritalStatus|CERTAIN|WORDS|statocivile
      TelephoneNumber|CERTAIN|NUMBERS|numero telefono, num telefono, numero cellulare, tel cellulare, telefono fisso, telefono casa, telefono ufficio, recapito telefonico, cell numero
      TelephoneNumber|HINT|NUMBERS|recapito
      PhysicalAddress|CERTAIN|WORDS|indirizzo domicilio, indirizzo spedizione, indirizzo fatturazione, indirizzo sede, residenza
      PhysicalAddress|HINT|WORDS|civico, numero civico, casella postale, frazione
      PostalCode|CERTAIN|WORDS|codice avviamento postale, codice postale, cod postale
      PostalCode|HINT|WORDS|cap
      City|HINT|WORDS|quartiere, distretto, comune, localita, comune residenza, citta residenza
      Region|HINT|WORDS|prov, regione, sigla provincia
      Country|HINT|WORDS|nazione, stato residenza, nazione residenza
      Nationality|CERTAIN|WORDS|cittadinanza
      OfficialID|CERTAIN|NUMBERS|codfiscale, cod fiscale, codicefiscale, cod fisc, codfisc, numero carta identita, numero documento identita, patente guida, numero patente, numero passaporto, tessera sanitaria
      OfficialID|HINT|NUMBERS|cf
      Tax|LIKELY|NUMBERS|piva, p iva, partitaiva, part iva
      Identifying|LIKELY|WORDS|matricola, numero tessera, codice socio, codice cliente, codice dipendente, numero socio, matricola studente, numero iscrizione, num tessera
      BankAccount|CERTAIN|WORDS|codiceiban, codice iban, conto bancario, numero conto, coordinate bancarie
      PaymentCardNumber|CERTAIN|WORDS|carta credito, num carta
      Salary|LIKELY|NUMBERS|retribuzione, stipendio lordo, stipendio base, paga oraria
      Job|LIKELY|WORDS|mansione, qualifica professionale, ruolo aziendale, titolo studio
      Job|HINT|WORDS|qualifica, ruolo
      EmploymentHistory|LIKELY|DAYS|data assunzione, data dimissioni, data licenziamento, data cessazione rapporto
      Health|CERTAIN|WORDS|diagnosi, gruppo sanguigno, anamnesi, allergia, allergie, patologie, patologia, terapia, terapie, farmaci assunti, invalidita, disabilita, vaccino, vaccinazioni, sintomi, medico curante, esenzione
      Family|LIKELY|WORDS|contatto emergenza, coniuge, figli carico, numero figli, nome padre, nome madre
      Communication|HINT|WORDS|annotazioni, annotazione, osservazioni, commenti, testo, contenuto, messaggi, risposta, motivazione, nota
      Picture|HINT|WORDS|fototessera
      Vehicle|LIKELY|WORDS|targa veicolo, numero telaio
      """;

  static final String FINNISH =
      """
      EmailAddress|CERTAIN|WORDS|sposti, sahkopostiosoitteet, s posti, email osoite
      Name|CERTAIN|WORDS|etunimet, sukunimet, koko nimi, kokonimi, kutsumanimet, lempinimi, entinen sukunimi, syntymanimi, tyttonimi
      Name|LIKELY|WORDS|yhteyshenkilo, henkilon nimi, henkilonimi, asiakasnimi, allekirjoittaja, tilaajan nimi, kayttajan nimi, kasittelija, vastuuhenkilo, myyja, huoltaja
      Name|HINT|WORDS|nimitark, puhuttelu, vastaanottaja, lahettaja, laatija, tilaaja
      Username|LIKELY|WORDS|tunnus, laatija tunnus, muuttaja, kayttajanimi tunnus
      Username|HINT|WORDS|kuka, kayttaja
      BirthDate|CERTAIN|DAYS|synt, synt pvm, syntaika, synt aika, syntymapvm, syntymaajat, syntynyt
      BirthPlace|CERTAIN|WORDS|syntymakunta, syntymakotikunta, syntymamaa
      LifeHistory|CERTAIN|DAYS|kuolinpaiva, kuolinaika, kuolinpvm
      Nationality|CERTAIN|WORDS|kansalaisuudet, kansalaisuuskoodi henkilo
      Gender|CERTAIN|WORDS|sukupuolikoodi, sukup
      TelephoneNumber|CERTAIN|NUMBERS|puh, puhnro, puhelinnro, puh nro, matkapuhelinnumero, matkapuh, kannykka, gsm numero, puhelin koti, puhelin tyo, tyopuhelin, kotipuhelin, fax numero
      PhysicalAddress|CERTAIN|WORDS|lahiosoite, toimitusosoite, laskutusosoite, osoiterivi, kayntiosoite, toim osoite, osoitteet
      PhysicalAddress|LIKELY|WORDS|postilokero, osoitetark
      PostalCode|CERTAIN|WORDS|postino, postinro, postin, postinumerot, toim postino
      City|LIKELY|WORDS|kotikunta, kotipaikka, asuinkunta, asuinpaikka, postitp, toim postitp
      City|HINT|WORDS|kaupunginosa, kuntakoodi, paikkakunta
      Country|HINT|WORDS|maakoodi, maatunnus
      OfficialID|CERTAIN|NUMBERS|sotu, hlotunnus, henkilo tunnus, passinumero, passin numero, sosiaaliturvatunnus, ajokortti, ajokorttinumero
      Tax|HINT|NUMBERS|ytunnus, y tunnus, alv tunnus
      Identifying|LIKELY|WORDS|oppijanumero, opiskelijanumero, asiakasnumero, asiakasnro, jasennumero, jasennro, henkilonumero, henkilo oid, oid henkilo, oidhenkilo, henkilooid, asnro, potilasnumero
      BankAccount|CERTAIN|WORDS|pankkitili, pankkitilinumero, tilinro, tili iban
      PaymentCardNumber|CERTAIN|WORDS|luottokortti, luottokorttinumero
      Salary|LIKELY|NUMBERS|kuukausipalkka, tuntipalkka, palkat
      Job|LIKELY|WORDS|tehtavanimike, ammattinimike, tyotehtava
      Job|HINT|WORDS|nimike, titteli
      Health|CERTAIN|WORDS|diagnoosi, diagnoosit, laakitys, allergia, allergiat, oireet, sairaudet, rokotus, rokotukset, veriryhma, hoito, esitiedot
      Family|LIKELY|WORDS|huoltajan nimi, lahiomainen, puoliso, lasten lukumaara
      Communication|HINT|WORDS|huomiot, lisatiedot, lisatieto, kommentit, huomio, teksti, sisalto, palaute, vapaateksti, perustelu, selite teksti
      Identifying|HINT|WORDS|yhteystieto, yhteystieto arvo, yhteystiedot
      Picture|HINT|WORDS|valokuva
      """;

  private LexiconTongues() {}
}

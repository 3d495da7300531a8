package dev.upheld.datamap.classify;

/** Words around names: what tables hold, and what a word before or after a name makes of it. */
final class TableText {
  /** People, or programs, books and shops; the columns beside decide. */
  static final String PERHAPS_PEOPLE =
      "client account agent profile member owner party host compte conto cuenta tili konto partner holder"
          + " supplier vendor registrant contact address adresse anschrift direccion indirizzo osoite identity login credential"
          + " party household family anagrafica anagrafiche kontakt kontakte adressen direcciones indirizzi osoitteet"
          + " contactos contatti contatto contacto inhaber titulaire titular titolare agente agenti beneficiary"
          + " location addresses subscription tiers partenaire anwender stammdaten";

  /** What follows the word for a person where a table says more of each. */
  static final String EXTENSIONS =
      "name names identifier identifiers attribute meta property field value profile address email phone telephone contact identity credential card"
          + " document note comment account login photo picture avatar token password session data preference"
          + " info information detail bio qualification skill education experience link registration verification"
          + " consent usermeta dependent relative emergency file attributes metadata variable extra";

  static final String ORGANISATIONS =
      "supplier vendor premises company companies organisation organization org tenant partner manufacturer shipper carrier"
          + " bank publisher employer agency branch office institution university school hospital club shop"
          + " societe firma empresa azienda yritys fournisseur lieferant proveedor fornitore label studio team"
          + " business corporation enterprise firm merchant retailer distributor wholesaler authority insurer employers"
          + " clinic pharmacy hospitals facility branches entreprise etablissement agence magasin boutique filiale"
          + " ecole hopital banque assurance organisme mairie verein unternehmen amt finanzamt behorde behoerde schule"
          + " krankenhaus niederlassung standort bank versicherung krankenkasse hersteller mandant lieferanten"
          + " firmen vereine schulen banken empresas tienda sucursal escuela fabricante agencia banco colegio"
          + " proveedores fabricantes transportista aseguradora aziende ditta ditte negozio scuola ospedale sede sedi"
          + " banca banche fornitori agenzia ente enti vettore yritykset toimipaikka koulu sairaala organisaatio myymala"
          + " pankki toimittaja toimittajat oppilaitos kunta";

  static final String MACHINES =
      "node server host cluster ping machine instance network subnet interface proxy dns domain gateway router"
          + " switch vm container pod broker datacenter rack printer sensor endpoint replica shard peer service"
          + " nameserver vlan firewall resolver hypervisor worker serveur palvelin";

  /** Tables of what people write to each other. */
  static final String WRITINGS =
      "message comment review post feedback mail email chat complaint ticket note reply thread entry conversation"
          + " answer nachricht kommentar commentaire mensaje messaggio viesti testimonial guestbook"
          + " discussion shout inquiry enquiry contactform correspondence letter sms mention communication outbox inbox"
          + " nachrichten kommentare anfrage beschwerde commentaires avis courrier reclamation mensajes comentario"
          + " comentarios queja opinion messaggi commento commenti recensione viestit kommentti palaute";

  /** Tables of what people sign in with. */
  static final String SECRETS =
      "token credential password session auth authentication login identity passkey authenticator mfa otp reset"
          + " invite invitation activation recovery signup autologin anmeldung sesion jeton";

  static final String VISITS =
      "session visit visitor hit pageview click login logon audit log access activity tracking analytic analytics"
          + " traffic impression download search connection online presence event";

  /** Table words that say nothing of what a row is. */
  static final String FILLERS =
      "tbl table tab mst master dim fact stg staging raw vw view entity record records list info data detail details"
          + " history hist archive archived backup bak old tmp temp copy new base main t v aud full all summary";

  /** After a phrase: the column speaks about such data and holds none. */
  static final String ABOUT =
      "policy policies theme flow template templates format rule rules provider setting settings config configuration"
          + " type types kind status state flag enabled disabled required verified confirmed validated validity count"
          + " counts total limit quota length size min max expiry expires expiration expire age lifetime timeout"
          + " attempts attempt tries failures retries interval frequency sent sending notification notifications"
          + " notify subject template plugin driver handler validator validation changed updated created date time"
          + " at on ts timestamp reset visible hidden permission permissions role scope category"
          + " class mode level order sort position index priority method pattern regex mask placeholder help hint"
          + " tooltip icon color locale language encoding version algorithm algo cost rounds iterations strategy"
          + " mapping mapper source origin domain domains server servers host port queue job batch campaign list"
          + " encryption folder protocol charset footer header transport field fields column label labels title optin optout opt subscribed bounced bounce delivered"
          + " filter engine css design layout strength complexity counter period digits window alg available usage policyid rate price amount"
          + " currency unit units calendar group groups id ids";

  /** After a phrase: a form in which the data is held. */
  static final String FORMS =
      "hash hashed md sha digest number num no nr nbr numero nummer numbers normalized normalised canonical canonicalized lower"
          + " upper lowercase uppercase encrypted enc cipher crypted text value raw full line lines one two old new"
          + " prev previous orig original primary secondary home work main alt alternate kana kanji latin"
          + " soundex phonetic search key constraint extension ext string str bin binary part first last a b c i ii iii"
          + " json jsonb xml html blob case long plain code salt history private public pro professional office perso mobile constraints"
          + " crypted temp tmp other emergency personal bureau domicile fixe privat privee prive dienstlich geschaftlich"
          + " geschaeftlich movil trabajo casa ufficio abitazione lavoro koti tyo day night evening";

  /** Before a phrase: a rule or a choice, nobody's data. */
  static final String LIMITS =
      "max min maximum minimum default num total count avg average show hide send notify require required verify check"
          + " validate disable use force enforce smtp cache duplicate edit trust allow"
          + " noreply template sample must should needs need can may skip ask prompt allows lock";

  /** Other companies and systems that know people by a number of their own. */
  static final String OUTSIDE =
      "federated broker external remote provider idp social foreign source";

  static final String BRANDS =
      "facebook google github gitlab twitter linkedin apple microsoft azure openid"
          + " oauth ldap saml stripe paypal telegram discord slack fb wechat weixin okta"
          + " steam twitch instagram yahoo line vk mollie adyen braintree";

  /** Tables of keys and values: their names are keys. */
  static final String KEYED =
      "attribute attributes meta metadata usermeta property field variable option preference setting extra";

  /** Before a name or place: where something is sent, or whose bill it is. */
  static final String DELIVERY =
      "shipto billto soldto ship bill billing sold deliver delivery recipient receiver consignee residence residential"
          + " mailing home livraison facturation domicile residence liefer lieferung rechnung rechnungs privat wohn"
          + " envio facturacion entrega residencia spedizione fatturazione consegna residenza toimitus laskutus koti";

  /** In Romance languages the first word says what a table holds: {@code tipo_cliente}. */
  static final String LEADING =
      "type types tipo tipi tipos groupe groupes grupo grupos gruppo gruppi categorie categories categoria categorias"
          + " statut statuts estado estados stato stati niveau nivel livello role roles rol ruolo ruoli droit droits"
          + " permiso permisos tarif tarifs tarifa tarifas tariffa langue origine origen motif motifs secteur sector";

  /** Before a message or reason: a program says it, nobody writes it. */
  static final String OF_PROGRAMS =
      "error errors failure fail failed exception rejection reject rejected status log system debug warning warn void"
          + " voided exit result bounce alert event validation fehler erreur";

  /** After the word for a picture: where it lies. */
  static final String PLACES_OF_FILES =
      "url uri path file filename name link remote local image thumb thumbnail src";

  static final String MOMENTS =
      "at on date time datetime ts timestamp le am datum fecha ora pvm aika paiva until since from to";

  private TableText() {}
}

package dev.upheld.discover.fideslang;

/**
 * The data categories of fideslang and what they are in the Data Privacy Vocabulary: data, not
 * code.
 *
 * <p>The keys are those of the taxonomy that fideslang 3.2 comes with (data_categories.csv, with
 * the keys it keeps as deprecated) and of its versions 0.9 to 2.0; the terms are those of DPV PD
 * 2.1 and the few more that Upheld's own classification uses. Which term a key gets is our
 * judgement.
 */
final class CategoryText {
  private CategoryText() {}

  /** Beginnings of keys that former versions had, and what they are called now. */
  static final String FORMER =
      """
      user.provided.identifiable.      user.
      user.derived.identifiable.       user.
      account.                         user.account.
      user.account.contact.            user.contact.
      """;

  /**
   * A key and its terms, the likeliest first; {@code none} where data is personal and no term says
   * what it is, {@code technical} where it is about no person, {@code unsure} where it may be. A
   * key not listed is judged like the longest one it begins with; a charter without a word for any
   * of a key's terms is asked for those of the key it is a kind of.
   */
  static final String TERMS =
      """
      system                                       unsure
      system.operations                            technical
      system.authentication                        unsure
      user                                         none
      user.provided                                none
      user.derived                                 none
      user.provided.nonidentifiable                unsure
      user.derived.nonidentifiable                 unsure
      user.account                                 none
      user.account.username                        pd:Username
      user.account.settings                        pd:Preference
      user.account.contact                         pd:Contact
      user.account.payment                         pd:Transactional pd:Financial
      user.account.payment.financial_account_number  pd:FinancialAccountNumber
      user.authorization                           pd:Authenticating
      user.authorization.credentials               pd:Authenticating pd:Password
      user.authorization.password                  pd:Password
      user.authorization.biometric                 pd:Biometric
      user.authorization.biometrics                pd:Biometric
      user.credentials                             pd:Authenticating pd:Password
      user.credentials.password                    pd:Password
      user.credentials.biometric_credentials       pd:Biometric
      user.behavior                                pd:Behavioral
      user.behavior.browsing_history               pd:BrowserHistory pd:BrowsingBehavior
      user.behavior.media_consumption              pd:ServiceConsumptionBehavior
      user.behavior.purchase_history               pd:Purchase pd:PurchasesAndSpendingHabit pd:Transactional
      user.behavior.search_history                 pd:BrowsingBehavior
      user.observed                                pd:Behavioral
      user.browsing_history                        pd:BrowserHistory pd:BrowsingBehavior
      user.media_consumption                       pd:ServiceConsumptionBehavior
      user.search_history                          pd:BrowsingBehavior
      user.biometric                               pd:Biometric
      user.biometric.fingerprint                   pd:Fingerprint
      user.biometric.retinal                       pd:Retina
      user.biometric.voice                         pd:Biometric
      user.biometric.health                        pd:Biometric
      user.biometric_health                        pd:Biometric
      user.biometrics                              pd:Biometric
      user.biometrics.fingerprint                  pd:Fingerprint
      user.biometrics.retinal                      pd:Retina
      user.biometrics.voice                        pd:Biometric
      user.childrens                               none
      user.children                                none
      user.children.children_under_thirteen        none
      user.children.thirteen_to_sixteen            none
      user.contact                                 pd:Contact
      user.contact.address                         pd:PhysicalAddress
      user.contact.address.city                    pd:City
      user.contact.address.country                 pd:Country
      user.contact.address.postal_code             pd:PostalCode
      user.contact.address.state                   pd:Region
      user.contact.address.street                  pd:Street
      user.contact.address.mailing_address         pd:PhysicalAddress
      user.contact.city                            pd:City pd:PhysicalAddress
      user.contact.country                         pd:Country pd:PhysicalAddress
      user.contact.postal_code                     pd:PostalCode pd:PhysicalAddress
      user.contact.state                           pd:Region pd:PhysicalAddress
      user.contact.street                          pd:Street pd:PhysicalAddress
      user.contact.email                           pd:EmailAddress
      user.contact.phone_number                    pd:TelephoneNumber
      user.contact.fax_number                      pd:TelephoneNumber
      user.contact.url                             pd:SocialMedia
      user.contact.social_url                      pd:SocialMedia
      user.contact.organization                    pd:ProfessionalAffiliation pd:Professional
      user.content                                 pd:Communication
      user.content.private                         pd:Communication
      user.content.public                          pd:Communication
      user.content.self_image                      pd:Picture
      user.criminal_history                        pd:Criminal
      user.demographic                             pd:Demographic
      user.demographic.age_range                   pd:AgeRange pd:Age
      user.demographic.citizenship_or_immigration_status  pd:Citizenship pd:Nationality
      user.demographic.date_of_birth               pd:BirthDate pd:Age
      user.demographic.gender                      pd:Gender
      user.demographic.language                    pd:Language
      user.demographic.marital_status              pd:MaritalStatus
      user.demographic.philosophical_belief        pd:PhilosophicalBelief
      user.demographic.political_opinion           pd:PoliticalOpinion
      user.demographic.profile                     pd:Profile
      user.demographic.protected_classifications   none
      user.demographic.race_ethnicity              pd:Race pd:EthnicOrigin pd:Ethnicity
      user.demographic.religious_belief            pd:ReligiousBelief pd:Religion
      user.demographic.sexual_orientation          pd:SexualPreference pd:Sexual
      user.demographic.union_membership            pd:TradeUnionMembership
      user.date_of_birth                           pd:BirthDate pd:Age
      user.gender                                  pd:Gender
      user.non_specific_age                        pd:AgeRange pd:Age
      user.political_opinion                       pd:PoliticalOpinion
      user.profiling                               pd:Profile
      user.race                                    pd:Race pd:EthnicOrigin pd:Ethnicity
      user.religious_belief                        pd:ReligiousBelief pd:Religion
      user.sexual_orientation                      pd:SexualPreference pd:Sexual
      user.device                                  pd:DeviceBased
      user.device.cookie                           pd:DeviceBased
      user.device.cookie_id                        pd:UID
      user.device.device_id                        pd:UID
      user.device.ip_address                       pd:IPAddress
      user.device.sensor                           pd:DeviceBased
      user.device.telemetry                        pd:DeviceBased pd:Behavioral
      user.sensor                                  pd:DeviceBased
      user.telemetry                               pd:DeviceBased pd:Behavioral
      user.user_sensor                             pd:DeviceBased
      user.financial                               pd:Financial
      user.financial.account_number                pd:FinancialAccountNumber
      user.financial.bank_account                  pd:BankAccount pd:FinancialAccount
      user.financial.credit_card                   pd:PaymentCardNumber pd:CreditCardNumber pd:PaymentCard
      user.genetic                                 pd:Genetic pd:MedicalHealth
      user.government_id                           pd:OfficialID
      user.government_id.birth_certificate         pd:OfficialID
      user.government_id.drivers_license_number    pd:OfficialID
      user.government_id.immigration               pd:OfficialID
      user.government_id.national_identification_number  pd:OfficialID
      user.government_id.passport_number           pd:Passport
      user.government_id.vehicle_registration      pd:VehicalLicenseRegistration pd:VehicleLicense
      user.health                                  pd:MedicalHealth pd:Health
      user.health.genetic                          pd:Genetic
      user.health.insurance_beneficiary_id         pd:Insurance
      user.health.medications                      pd:Prescription
      user.health.prescriptions                    pd:Prescription
      user.health.record_id                        pd:HealthRecord
      user.health.reproductive_or_sexual           pd:Sexual
      user.health.social_psychological_behavioral  pd:MentalHealth
      user.health_and_medical                      pd:MedicalHealth pd:Health
      user.health_and_medical.genetic              pd:Genetic
      user.health_and_medical.insurance_beneficiary_id  pd:Insurance
      user.health_and_medical.record_id            pd:HealthRecord
      user.job_title                               pd:Job pd:Professional
      user.workplace                               pd:ProfessionalAffiliation pd:Professional
      user.organization                            pd:ProfessionalAffiliation pd:Professional
      user.professional_information                pd:Professional
      user.professional_information.job_title      pd:Job
      user.professional_information.workplace      pd:ProfessionalAffiliation
      user.location                                pd:Location
      user.location.coarse                         pd:Location
      user.location.imprecise                      pd:Location
      user.location.precise                        pd:GPSCoordinate
      user.name                                    pd:Name
      user.name.first                              pd:Name
      user.name.last                               pd:Name
      user.payment                                 pd:Transactional pd:Financial
      user.privacy_preferences                     pd:PrivacyPreference pd:Preference
      user.settings                                pd:Preference
      user.social                                  pd:Social
      user.social_activity                         pd:Social
      user.unique_id                               pd:UID
      user.unique_id.deterministic                 pd:UID
      user.unique_id.probablistic                  pd:UID
      user.unique_id.pseudonymous                  pd:UID
      """;

  /** What people are looked up by, and what that is. */
  static final String IDENTITIES =
      """
      email           pd:EmailAddress
      phone_number    pd:TelephoneNumber
      phone           pd:TelephoneNumber
      external_id     pd:UID
      fides_user_device_id  pd:UID
      ljt_readerID    pd:UID
      ga_client_id    pd:UID
      """;

  /** How a masking strategy leaves a value; none where we do not know. */
  static final String MASKING =
      """
      delete                 delete
      null_rewrite           clear
      string_rewrite         anonymise
      random_string_rewrite  anonymise
      hash                   pseudonymise
      hmac                   pseudonymise
      aes_encrypt            pseudonymise
      """;
}

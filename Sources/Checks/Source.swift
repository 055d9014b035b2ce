/// Where a rule's demand comes from, as people read it below a finding. One spelling for each.
enum Source {
  static let arithmetic = "arithmetic"
  static let guide = "New Economics Foundation (2014), Commissioning for outcomes and co-production"
  static let everytown = "the case study of Everytown's day service"
  static let workbook = "Local Government Association, councillor's workbook on commissioning"
  static let act23 = "Procurement Act 2023, section 23"
  static let act22 = "Procurement Act 2023, section 22"
  static let act22and23 = "Procurement Act 2023, sections 22 and 23"
  static let act33 = "Procurement Act 2023, section 33"
  static let act52 = "Procurement Act 2023, section 52"
  static let act54 = "Procurement Act 2023, section 54"
  static let thresholds = "Procurement Act 2023, Schedule 1; SI 2025/1200"
  static let evaluationGuidance = "Cabinet Office (2021), Bid evaluation guidance note"
  static let act85 = "Procurement Act 2023, section 85, as law firms describe it"
  static let questionnaire = "government guidance on the Procurement Specific Questionnaire, as law firms quote it"
  static let act = "Procurement Act 2023"
  static let tupe = "Transfer of Undertakings (Protection of Employment) Regulations 2006"
  static let accessibleDocuments = "Government Digital Service, Publishing accessible documents"
  static let accessibility = "WCAG 2.2, as the accessibility regulations of 2018 ask"
  /// Nothing but our own judgement; a page says what it rests on.
  static let ours = "our own judgement"
}

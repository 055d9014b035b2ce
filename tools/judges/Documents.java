import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;

/** Validates PDFs with veraPDF: Documents PROFILE FILE…. Prints what is broken, and exits 1 where anything is. */
public class Documents {
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    var rules = "/org/verapdf/pdfa/validation/" + arguments[0] + ".xml";
    var profile = Profiles.profileFromXml(Documents.class.getResourceAsStream(rules));
    var broken = 0;
    for (var index = 1; index < arguments.length; index++) {
      var file = arguments[index];
      try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(file), profile.getPDFAFlavour());
          var validator = Foundries.defaultInstance().createValidator(profile, false)) {
        var result = validator.validate(parser);
        if (result.isCompliant()) continue;
        broken++;
        Map<String, String> clauses = new TreeMap<>();
        for (var assertion : result.getTestAssertions()) {
          if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
          clauses.putIfAbsent("clause " + assertion.getRuleId().getClause(), assertion.getMessage());
        }
        System.out.println(file + " is no " + arguments[0] + ": " + clauses);
      }
    }
    System.out.println(arguments[0] + ": " + (arguments.length - 1) + " documents, " + broken + " broken");
    System.exit(broken == 0 ? 0 : 1);
  }
}

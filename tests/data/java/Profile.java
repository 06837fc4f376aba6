import java.io.File;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileReport;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;

/** Prints what in an ontology is outside OWL 2 RL or OWL 2 DL, one violation a line, by the OWL API's own checkers. */
public class Profile {
    public static void main(String[] arguments) throws Exception {
        OWLOntology ontology = OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(new File(arguments[0]));
        for (OWLProfileReport report : new OWLProfileReport[] {
            new OWL2RLProfile().checkOntology(ontology), new OWL2DLProfile().checkOntology(ontology)
        }) {
            for (OWLProfileViolation violation : report.getViolations()) {
                System.out.println(report.getProfile().getName() + ": " + violation);
            }
        }
        System.out.println(ontology.getLogicalAxiomCount() + " logical axioms");
    }
}

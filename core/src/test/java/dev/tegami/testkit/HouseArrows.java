package dev.tegami.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Stream;

/** Who may call whom: one row per room, the room first, then every other room of Tegami that it may know. */
final class HouseArrows {
    private static final String ROOT = "dev.tegami";
    private static final List<List<String>> ROOMS = List.of(
            List.of(ROOT),
            List.of("dev.tegami.internal.bytes..", ROOT),
            List.of("dev.tegami.internal.idna..", ROOT),
            // the MIME half knows neither network nor passwords
            List.of("dev.tegami.internal.mime..", ROOT, "dev.tegami.internal.bytes..", "dev.tegami.internal.idna.."),
            List.of("dev.tegami.mime..", ROOT, "dev.tegami.internal.mime..", "dev.tegami.internal.bytes.."),
            List.of(
                    "dev.tegami.store..",
                    ROOT,
                    "dev.tegami.mime..",
                    "dev.tegami.internal.mime..",
                    "dev.tegami.internal.bytes.."),
            List.of("dev.tegami.sasl..", ROOT),
            List.of("dev.tegami.net..", ROOT, "dev.tegami.sasl.."),
            List.of("dev.tegami.dns..", ROOT, "dev.tegami.net..", "dev.tegami.internal.idna.."),
            List.of(
                    "dev.tegami.internal.wire..",
                    ROOT,
                    "dev.tegami.net..",
                    "dev.tegami.sasl..",
                    "dev.tegami.dns..",
                    "dev.tegami.internal.bytes..",
                    "dev.tegami.internal.idna.."),
            // four doors, and no arrow between any two of them
            List.of(
                    "dev.tegami.smime..",
                    ROOT,
                    "dev.tegami.mime..",
                    "dev.tegami.dns..",
                    // certificates are looked up in directories
                    "dev.tegami.net..",
                    "dev.tegami.sasl..",
                    "dev.tegami.internal.wire.."),
            List.of(
                    "dev.tegami.smtp..",
                    ROOT,
                    "dev.tegami.mime..",
                    "dev.tegami.net..",
                    "dev.tegami.sasl..",
                    "dev.tegami.dns..",
                    "dev.tegami.internal.wire.."),
            List.of(
                    "dev.tegami.imap..",
                    ROOT,
                    "dev.tegami.mime..",
                    "dev.tegami.net..",
                    "dev.tegami.sasl..",
                    "dev.tegami.internal.wire.."),
            List.of(
                    "dev.tegami.pop3..",
                    ROOT,
                    "dev.tegami.mime..",
                    // collecting mail is what POP3 is for
                    "dev.tegami.store..",
                    "dev.tegami.net..",
                    "dev.tegami.sasl..",
                    "dev.tegami.internal.wire.."));

    private HouseArrows() {}

    static void check(JavaClasses classes) {
        ROOMS.forEach(row -> check(row.get(0), row, classes));
        classes()
                .should()
                .resideInAnyPackage(ROOMS.stream().map(row -> row.get(0)).toArray(String[]::new))
                .because("every package belongs to a room of the design")
                .check(classes);
    }

    private static void check(String room, List<String> known, JavaClasses classes) {
        DescribedPredicate<JavaClass> ours = resideInAnyPackage("dev.tegami..");
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(ours)
                        .or(resideInAnyPackage(
                                Stream.concat(Stream.of(room), known.stream()).toArray(String[]::new))))
                .as(room + " knows only " + known)
                .allowEmptyShould(true)
                .check(classes);
    }
}

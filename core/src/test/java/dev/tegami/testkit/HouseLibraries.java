package dev.tegami.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.lang.ArchRule;
import java.net.Socket;
import java.util.ServiceLoader;

/** Libraries and dangerous parts of the JDK, each in the one room that may use it. */
final class HouseLibraries {
    private HouseLibraries() {}

    static void check(JavaClasses classes) {
        only("org.bouncycastle..", "dev.tegami.smime..").check(classes);
        only("com.ongres..", "dev.tegami.sasl..").check(classes);
        only("javax.security.sasl..", "dev.tegami.sasl..").check(classes);
        only("jakarta.activation..", "dev.tegami.mime..").check(classes);
        // the DNS, and directories of certificates
        only("javax.naming..", "dev.tegami.dns..", "dev.tegami.smime").check(classes);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ServiceLoader.class)
                .because("what is there is seen at compile time")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tegami.internal.wire..")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(HasOwner.Predicates.With.owner(assignableTo(Socket.class))))
                .because("the wire is the only room that touches a socket")
                .allowEmptyShould(true)
                .check(classes);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect")
                .because("no reflection")
                .check(classes);
    }

    private static ArchRule only(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .as(library + " is used in " + String.join(" and ", rooms) + " only")
                .allowEmptyShould(true);
    }
}

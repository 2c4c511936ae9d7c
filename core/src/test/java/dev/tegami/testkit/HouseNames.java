package dev.tegami.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names and signatures that the house does not use. */
final class HouseNames {
    private static final Pattern EMPTY_WORDS = Pattern.compile("Abstract.*|.*(Impl|Utils?|Helpers?|Managers?)");
    private static final Pattern PREFIXED = Pattern.compile("get[A-Z].*");

    private HouseNames() {}

    static void check(JavaClasses classes) {
        classes().should(nameTheirSubject()).check(classes);
        methods().should(carryNoPrefix()).allowEmptyShould(true).check(classes);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("..internal..")
                .should(takeNoBoolean())
                .allowEmptyShould(true)
                .check(classes);
    }

    private static ArchCondition<JavaClass> nameTheirSubject() {
        return new ArchCondition<>("carry the name of their subject") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (EMPTY_WORDS.matcher(type.getSimpleName()).matches()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " names no subject"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> carryNoPrefix() {
        return new ArchCondition<>("carry no get prefix") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (PREFIXED.matcher(method.getName()).matches() && !overridesForeign(method)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has a get prefix"));
                }
            }
        };
    }

    /** Whether the name was given by the JDK or a library. */
    private static boolean overridesForeign(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .filter(type -> !type.getPackageName().startsWith("dev.tegami"))
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(foreign -> foreign.getName().equals(method.getName()));
    }

    private static ArchCondition<JavaMethod> takeNoBoolean() {
        return new ArchCondition<>("take no boolean that a reader of the call cannot name") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean seen = isOpen(method.getModifiers())
                        && isOpen(method.getOwner().getModifiers());
                if (seen && !method.getOwner().isRecord() && takesBoolean(method)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes a boolean"));
                }
            }
        };
    }

    private static boolean takesBoolean(JavaMethod method) {
        return method.getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals("boolean"));
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}

package dev.tegami.testkit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One type of the public API with its public and protected members. Written out here, since the JDKs' own forms differ. */
final class ApiType {
    /** Said by the word interface, or by the name of the outer type. */
    private static final int UNSAID = Modifier.INTERFACE | Modifier.STATIC;

    private final Class<?> type;

    private ApiType(Class<?> type) {
        this.type = type;
    }

    static ApiType of(Class<?> type) {
        return new ApiType(type);
    }

    /** Whether a class outside of the package can name this one. */
    static boolean isShown(Class<?> type) {
        boolean open = Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
        Class<?> outer = type.getDeclaringClass();
        return open && !type.isSynthetic() && !type.isAnonymousClass() && (outer == null || isShown(outer));
    }

    void writeTo(StringBuilder out) {
        out.append(heading()).append('\n');
        members().forEach(line -> out.append("    ").append(line).append('\n'));
        out.append('\n');
    }

    private String heading() {
        List<String> words = new ArrayList<>();
        if (type.isAnnotationPresent(Deprecated.class)) {
            words.add("@Deprecated");
        }
        words.add(modifiers(type.getModifiers() & ~UNSAID));
        if (type.isSealed()) {
            words.add("sealed");
        }
        words.add(kind() + " " + type.getTypeName());
        Type parent = type.getGenericSuperclass();
        if (parent != null && parent != Object.class && !type.isRecord() && !type.isEnum()) {
            words.add("extends " + plain(parent.getTypeName()));
        }
        if (type.getInterfaces().length > 0) {
            words.add((type.isInterface() ? "extends " : "implements ") + names(type.getGenericInterfaces()));
        }
        return String.join(" ", words);
    }

    private String kind() {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        return type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
    }

    private List<String> members() {
        return Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(ApiType::isShown)
                                .map(ApiType::field),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(ApiType::isShown)
                                .map(ApiType::constructor),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(ApiType::isShown)
                                .map(ApiType::method))
                .flatMap(lines -> lines.sorted())
                .toList();
    }

    private static boolean isShown(Member member) {
        int modifiers = member.getModifiers();
        return !member.isSynthetic() && (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
    }

    private static String field(Field field) {
        return mark(field) + modifiers(field.getModifiers()) + " "
                + plain(field.getGenericType().getTypeName()) + " " + field.getName();
    }

    private static String constructor(Constructor<?> constructor) {
        return mark(constructor) + modifiers(constructor.getModifiers() & Modifier.constructorModifiers()) + " <new>("
                + names(constructor.getGenericParameterTypes()) + ")" + thrown(constructor.getGenericExceptionTypes());
    }

    private static String method(Method method) {
        return mark(method) + modifiers(method.getModifiers() & Modifier.methodModifiers())
                + (method.isDefault() ? " default " : " ")
                + plain(method.getGenericReturnType().getTypeName()) + " "
                + method.getName() + "(" + names(method.getGenericParameterTypes()) + ")"
                + thrown(method.getGenericExceptionTypes());
    }

    private static String mark(AnnotatedElement element) {
        return element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
    }

    /** Without what an implementation may change freely. */
    private static String modifiers(int modifiers) {
        return Modifier.toString(modifiers & ~(Modifier.SYNCHRONIZED | Modifier.NATIVE | Modifier.STRICT));
    }

    private static String thrown(Type[] exceptions) {
        return exceptions.length == 0 ? "" : " throws " + names(exceptions);
    }

    private static String names(Type[] types) {
        return Arrays.stream(types).map(type -> plain(type.getTypeName())).collect(Collectors.joining(", "));
    }

    private static String plain(String name) {
        return name.replace("java.lang.", "").replace("java.util.", "");
    }
}

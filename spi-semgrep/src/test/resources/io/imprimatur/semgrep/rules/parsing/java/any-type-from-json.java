class Mapping {
    // ruleid: imprimatur.java.any-type-from-json
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    Object payload;

    // ok: imprimatur.java.any-type-from-json
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    Animal animal;

    void configure(ObjectMapper mapper) {
        // ruleid: imprimatur.java.any-type-from-json
        mapper.enableDefaultTyping();
        // ok: imprimatur.java.any-type-from-json
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}

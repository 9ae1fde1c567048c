package io.imprimatur.snyk;

import java.util.Map;
import java.util.TreeMap;

/** A project of each kind that the CLI reads with no other program at hand, by the paths of its files. */
final class LockFiles {
    static final Map<String, String> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("npm/package.json", Shop.manifest("left-pad@1.3.0")),
            Map.entry("npm/package-lock.json", Shop.lock("left-pad@1.3.0")),
            Map.entry(
                    "workspaces/package.json",
                    "{\"name\": \"all\", \"version\": \"1.0.0\", \"workspaces\": [\"packages/*\"]}"),
            Map.entry("workspaces/packages/shop/package.json", Shop.manifest("left-pad@1.3.0")),
            Map.entry("workspaces/package-lock.json", """
                    {"name": "all", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": {
                      "": {"name": "all", "version": "1.0.0", "workspaces": ["packages/*"]},
                      "node_modules/left-pad": {"version": "1.3.0"},
                      "node_modules/shop": {"resolved": "packages/shop", "link": true},
                      "packages/shop": {"version": "1.0.0", "dependencies": {"left-pad": "1.3.0"}}}}
                    """),
            Map.entry("yarn/package.json", Shop.manifest("left-pad@1.3.0")),
            Map.entry("yarn/yarn.lock", """
                    # yarn lockfile v1


                    left-pad@1.3.0:
                      version "1.3.0"
                    """),
            Map.entry("berry/package.json", Shop.manifest("left-pad@1.3.0")),
            Map.entry("berry/yarn.lock", """
                    __metadata:
                      version: 6
                      cacheKey: 8

                    "left-pad@npm:1.3.0":
                      version: 1.3.0
                      resolution: "left-pad@npm:1.3.0"
                      languageName: node
                      linkType: hard

                    "shop@workspace:.":
                      version: 0.0.0-use.local
                      resolution: "shop@workspace:."
                      dependencies:
                        left-pad: 1.3.0
                      languageName: unknown
                      linkType: soft
                    """),
            Map.entry("pnpm/package.json", Shop.manifest("left-pad@1.3.0")),
            Map.entry("pnpm/pnpm-lock.yaml", """
                    lockfileVersion: '6.0'

                    dependencies:
                      left-pad:
                        specifier: 1.3.0
                        version: 1.3.0

                    packages:

                      /left-pad@1.3.0:
                        resolution: {integrity: sha512-abc}
                        dev: false
                    """),
            Map.entry("ruby/Gemfile.lock", """
                    GEM
                      remote: https://rubygems.org/
                      specs:
                        rack (2.0.1)

                    PLATFORMS
                      ruby

                    DEPENDENCIES
                      rack (= 2.0.1)
                    """),
            Map.entry("php/composer.json", "{\"name\": \"acme/shop\", \"require\": {\"symfony/yaml\": \"v2.0.0\"}}"),
            Map.entry("php/composer.lock", """
                    {"packages": [{"name": "symfony/yaml", "version": "v2.0.0", "require": {}}],
                     "packages-dev": [], "platform": {}, "platform-dev": {}}
                    """),
            Map.entry("pods/Podfile.lock", """
                    PODS:
                      - AFNetworking (2.5.0)

                    DEPENDENCIES:
                      - AFNetworking (= 2.5.0)

                    SPEC CHECKSUMS:
                      AFNetworking: x

                    PODFILE CHECKSUM: y

                    COCOAPODS: 1.8.0
                    """),
            Map.entry(
                    "nuget/packages.config",
                    "<?xml version=\"1.0\"?><packages><package id=\"jQuery\" version=\"1.7.1\""
                            + " targetFramework=\"net46\"/></packages>"),
            Map.entry("paket/paket.dependencies", "source https://nuget.org/api/v2\nnuget Newtonsoft.Json 9.0.1\n"),
            Map.entry(
                    "paket/paket.lock",
                    "NUGET\n  remote: https://www.nuget.org/api/v2\n    Newtonsoft.Json (9.0.1)\n")));

    private LockFiles() {}
}

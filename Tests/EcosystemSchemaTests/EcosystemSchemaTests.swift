// EcosystemSchemaTests

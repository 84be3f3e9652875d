// The store. The server may read and write documents, but make neither databases nor containers: they are made here, and a
// test holds them equal to src/stores/cosmos-containers.ts.
param name string
param location string
param databaseName string
param principalId string
param workspaceId string

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' = {
  name: name
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [
      {
        locationName: location
        failoverPriority: 0
      }
    ]
    capabilities: [
      {
        name: 'EnableServerless'
      }
    ]
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    // Keys do not work, also for whoever has them.
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    // Any moment of the last seven days can be restored into a new account.
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: 'Continuous7Days'
      }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-04-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: {
      id: databaseName
    }
  }
}

resource playbook 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = {
  parent: database
  name: 'playbook'
  properties: {
    resource: {
      id: 'playbook'
      partitionKey: {
        paths: ['/tenantId']
        kind: 'Hash'
        version: 2
      }
      defaultTtl: -1
      indexingPolicy: {
        indexingMode: 'consistent'
        automatic: true
        includedPaths: [
          { path: '/*' }
        ]
        excludedPaths: [
          { path: '/writeId/?' }
          { path: '/body/prompts/*' }
          { path: '/body/goodExample/*' }
          { path: '/body/weakExample/*' }
          { path: '/body/walkthrough/*' }
          { path: '/body/blocks/*' }
          { path: '/body/thread/*' }
          { path: '/body/notes/*' }
          { path: '/body/changes/*' }
          { path: '/body/similar/*' }
          { path: '/"_etag"/?' }
        ]
        compositeIndexes: [
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/entityId', order: 'ascending' }
            { path: '/body/by', order: 'ascending' }
            { path: '/sort/at', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/personId', order: 'ascending' }
            { path: '/sort/lastUsedAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/scenarioId', order: 'ascending' }
            { path: '/sort/lastUsedAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/scenarioId', order: 'ascending' }
            { path: '/sort/version', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/entityId', order: 'ascending' }
            { path: '/sort/at', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/reporterId', order: 'ascending' }
            { path: '/sort/createdAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/sort/dueAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/sort/wakeAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/personId', order: 'ascending' }
            { path: '/sort/wakeAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/requesterId', order: 'ascending' }
            { path: '/sort/createdAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/sort/isoWeek', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/authorId', order: 'ascending' }
            { path: '/sort/createdAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/sort/createdAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/discoveryId', order: 'ascending' }
            { path: '/sort/createdAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/seriesId', order: 'ascending' }
            { path: '/sort/startsAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/hostId', order: 'ascending' }
            { path: '/sort/startsAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/communityId', order: 'ascending' }
            { path: '/sort/startsAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/sort/startsAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/sessionId', order: 'ascending' }
            { path: '/body/answer', order: 'ascending' }
            { path: '/sort/waitingNumber', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/personId', order: 'ascending' }
            { path: '/sort/createdAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/proposedBy', order: 'ascending' }
            { path: '/sort/createdAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/personKey', order: 'ascending' }
            { path: '/sort/at', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
        ]
      }
    }
  }
}

resource events 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = {
  parent: database
  name: 'events'
  properties: {
    resource: {
      id: 'events'
      partitionKey: {
        paths: ['/tenantId', '/week']
        kind: 'MultiHash'
        version: 2
      }
      defaultTtl: 34560000
      indexingPolicy: {
        indexingMode: 'consistent'
        automatic: true
        includedPaths: [
          { path: '/tenantId/?' }
          { path: '/week/?' }
          { path: '/kind/?' }
          { path: '/docId/?' }
          { path: '/gone/?' }
          { path: '/body/week/?' }
          { path: '/body/personKey/?' }
          { path: '/sort/startedAt/?' }
          { path: '/body/week/?' }
          { path: '/sort/ranOn/?' }
          { path: '/body/pilotId/?' }
          { path: '/sort/ratedAt/?' }
          { path: '/body/raterKey/?' }
          { path: '/body/useId/?' }
          { path: '/sort/week/?' }
          { path: '/sort/workflowId/?' }
          { path: '/sort/question/?' }
          { path: '/body/markKey/?' }
        ]
        excludedPaths: [
          { path: '/*' }
          { path: '/"_etag"/?' }
        ]
        compositeIndexes: [
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/personKey', order: 'ascending' }
            { path: '/sort/startedAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/week', order: 'ascending' }
            { path: '/sort/startedAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/personKey', order: 'ascending' }
            { path: '/sort/ranOn', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/pilotId', order: 'ascending' }
            { path: '/sort/ranOn', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/week', order: 'ascending' }
            { path: '/sort/ranOn', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/personKey', order: 'ascending' }
            { path: '/sort/ratedAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/raterKey', order: 'ascending' }
            { path: '/sort/ratedAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/useId', order: 'ascending' }
            { path: '/sort/ratedAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/week', order: 'ascending' }
            { path: '/sort/ratedAt', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/personKey', order: 'ascending' }
            { path: '/sort/week', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/week', order: 'ascending' }
            { path: '/sort/workflowId', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/week', order: 'ascending' }
            { path: '/sort/question', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
          [
            { path: '/kind', order: 'ascending' }
            { path: '/body/markKey', order: 'ascending' }
            { path: '/sort/week', order: 'ascending' }
            { path: '/docId', order: 'ascending' }
          ]
        ]
      }
    }
  }
}

// Reads and writes documents in this account, nothing else.
var dataContributor = '00000000-0000-0000-0000-000000000002'

resource dataRole 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = {
  parent: account
  name: guid(account.id, principalId, dataContributor)
  properties: {
    principalId: principalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    scope: account.id
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ControlPlaneRequests'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Requests'
        enabled: true
      }
    ]
  }
}

output endpoint string = account.properties.documentEndpoint

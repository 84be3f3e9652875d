// Everything Fieldbook needs in one resource group. What each part is for and what it costs: README.md beside this file.
@description('Begins the names of all resources; letters and digits.')
@minLength(3)
@maxLength(12)
param baseName string

param location string = resourceGroup().location

@description('How the world reaches the server: a host name of your own, never one of a shared platform.')
param publicHost string

@description('The app id of the tab: the Entra app of entra/aad.manifest.json.')
param tabAppId string

@description('Entra object ids of the first owners, separated by commas.')
param ownerIds string

@description('At least 32 characters, by chance; the key of links and of hashes in logs.')
@secure()
@minLength(32)
param signingKey string

@description('Keeps the signing key in a key vault instead of a setting of the site.')
param useKeyVault bool = false

@description('B1 is the smallest that is always on.')
param planSku string = 'B1'

@description('How many instances of the server run; they share what may be sent in a second.')
@minValue(1)
param instances int = 1

@description('What an empty store gets: starter, demo or none.')
@allowed(['starter', 'demo', 'none'])
param firstLoad string = 'starter'

@description('Address or object id of a mailbox whose calendar holds office hours; empty for none. The right it needs: README.md.')
param calendarMailbox string = ''

var name = toLower('${baseName}${uniqueString(resourceGroup().id)}')
var databaseName = 'fieldbook'

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: name
    location: location
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    name: name
    location: location
    databaseName: databaseName
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module keyvault 'modules/keyvault.bicep' = if (useKeyVault) {
  name: 'keyvault'
  params: {
    name: take(name, 24)
    location: location
    principalId: identity.outputs.principalId
    signingKey: signingKey
  }
}

module web 'modules/web.bicep' = {
  name: 'web'
  params: {
    name: name
    location: location
    sku: planSku
    instances: instances
    identityId: identity.outputs.id
    workspaceId: monitoring.outputs.workspaceId
    settings: {
      PORT: '8080'
      HOST: '0.0.0.0'
      PUBLIC_URL: 'https://${publicHost}'
      COSMOS_ENDPOINT: cosmos.outputs.endpoint
      COSMOS_DATABASE: databaseName
      BOT_ID: identity.outputs.clientId
      BOT_TYPE: 'UserAssignedMSI'
      BOT_TENANT_ID: identity.outputs.tenantId
      TAB_APP_ID: tabAppId
      ALLOWED_TENANTS: identity.outputs.tenantId
      OWNER_IDS: ownerIds
      INSTANCES: string(instances)
      FIRST_LOAD: firstLoad
      GRAPH_CALENDAR_MAILBOX: calendarMailbox
      NODE_ENV: 'production'
      SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    }
    signingKey: useKeyVault ? '@Microsoft.KeyVault(SecretUri=${keyvault!.outputs.signingKeyUri})' : signingKey
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    displayName: 'Fieldbook'
    endpoint: 'https://${publicHost}/api/messages'
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    tenantId: identity.outputs.tenantId
  }
}

// Named as the variables that teamsapp.yml writes them to.
output BOT_ID string = identity.outputs.clientId
output SITE_RESOURCE_ID string = web.outputs.id
output SITE_HOST string = web.outputs.host

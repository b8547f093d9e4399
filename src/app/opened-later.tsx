/** Views that are loaded when they're opened. */
import { deferred } from '../ui/deferred.tsx';

export const openedLater = {
  BlankScreen: deferred(async () => (await import('../features/presenting/blank-screen.tsx')).BlankScreen),
  EndSuggestions: deferred(
    async () => (await import('../features/lessons/end-suggestions.tsx')).EndSuggestions,
  ),
  FindLoss: deferred(async () => (await import('../features/lab/search/find-loss.tsx')).FindLoss),
  FullPageLink: deferred(async () => (await import('../features/sharing/full-page-link.tsx')).FullPageLink),
  IncidentCause: deferred(
    async () => (await import('../features/incidents/incident-story.tsx')).IncidentCause,
  ),
  IncidentStory: deferred(
    async () => (await import('../features/incidents/incident-story.tsx')).IncidentStory,
  ),
  InspectorDialog: deferred(
    async () => (await import('../features/inspector/inspector-dialog.tsx')).InspectorDialog,
  ),
  NodeMenu: deferred(async () => (await import('./node-menu.tsx')).NodeMenu),
  OnStage: deferred(async () => (await import('./on-stage.tsx')).OnStage),
  ParticipantMenu: deferred(
    async () => (await import('../features/focusing/participant-menu.tsx')).ParticipantMenu,
  ),
  WayBack: deferred(async () => (await import('../features/guide/way-back.tsx')).WayBack),
};

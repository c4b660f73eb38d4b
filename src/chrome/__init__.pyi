"""Chrome's extension API; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api
"""

from . import accessibilityFeatures as accessibilityFeatures
from . import action as action
from . import alarms as alarms
from . import audio as audio
from . import bookmarks as bookmarks
from . import browsingData as browsingData
from . import certificateProvider as certificateProvider
from . import commands as commands
from . import contentSettings as contentSettings
from . import contextMenus as contextMenus
from . import cookies as cookies
from . import debugger as debugger
from . import declarativeContent as declarativeContent
from . import declarativeNetRequest as declarativeNetRequest
from . import desktopCapture as desktopCapture
from . import devtools as devtools
from . import documentScan as documentScan
from . import dom as dom
from . import downloads as downloads
from . import enterprise as enterprise
from . import extension as extension
from . import fileBrowserHandler as fileBrowserHandler
from . import fileSystemProvider as fileSystemProvider
from . import fontSettings as fontSettings
from . import gcm as gcm
from . import history as history
from . import i18n as i18n
from . import identity as identity
from . import idle as idle
from . import input as input
from . import instanceID as instanceID
from . import loginState as loginState
from . import management as management
from . import mimeHandler as mimeHandler
from . import notifications as notifications
from . import offscreen as offscreen
from . import omnibox as omnibox
from . import pageCapture as pageCapture
from . import permissions as permissions
from . import platformKeys as platformKeys
from . import power as power
from . import printerProvider as printerProvider
from . import printing as printing
from . import printingMetrics as printingMetrics
from . import privacy as privacy
from . import proxy as proxy
from . import publicSuffix as publicSuffix
from . import readingList as readingList
from . import runtime as runtime
from . import scripting as scripting
from . import search as search
from . import sessions as sessions
from . import sidePanel as sidePanel
from . import storage as storage
from . import system as system
from . import systemLog as systemLog
from . import tabCapture as tabCapture
from . import tabGroups as tabGroups
from . import tabs as tabs
from . import topSites as topSites
from . import tts as tts
from . import ttsEngine as ttsEngine
from . import userScripts as userScripts
from . import vpnProvider as vpnProvider
from . import wallpaper as wallpaper
from . import webAuthenticationProxy as webAuthenticationProxy
from . import webNavigation as webNavigation
from . import webRequest as webRequest
from . import windows as windows

class ChromeError(Exception):
    """A method or an event of `chrome` failed.

    Attributes:
        path: Its name, such as `chrome.tabs.create`.
        text: What Chrome says is wrong.
    """

    path: str
    text: str

"""`chrome.accessibilityFeatures`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures
"""

from typing import Literal
from chrome import types as _types

spokenFeedback: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-spokenFeedback"""
largeCursor: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-largeCursor"""
stickyKeys: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-stickyKeys"""
highContrast: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-highContrast"""
screenMagnifier: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-screenMagnifier"""
autoclick: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-autoclick"""
virtualKeyboard: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-virtualKeyboard"""
caretHighlight: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-caretHighlight"""
cursorHighlight: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-cursorHighlight"""
cursorColor: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-cursorColor"""
dockedMagnifier: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-dockedMagnifier"""
focusHighlight: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-focusHighlight"""
selectToSpeak: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-selectToSpeak"""
switchAccess: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-switchAccess"""
animationPolicy: _types.ChromeSetting[Literal["allowed", "once", "none"]]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-animationPolicy"""
dictation: _types.ChromeSetting[bool]
"""https://developer.chrome.com/docs/extensions/reference/api/accessibilityFeatures#property-dictation"""
